using IntegrationsDashboard.Web.Hosting;
using IntegrationsDashboard.Web.Import;
using Spectre.Console;

var imports = args is ["import", ..];
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    // The import's options are no settings.
    Args = imports ? [] : args,

    // The settings lie in the working directory (the repository's root) or, once published, beside the program.
    ContentRootPath = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory,
});
if (imports)
{
    // The progress bar has the terminal for itself.
    builder.Logging.ClearProviders();
}

builder.AddDashboard();
var app = builder.Build();
if (imports)
{
    await using var parts = app;
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };
    return await new ImportCommand(app.Services, app.PrepareStoreAsync, AnsiConsole.Console, Console.Out, Console.Error)
        .RunAsync(args[1..], stop.Token);
}

await app.PrepareStoreAsync();
app.MapDashboard();
await app.StartAsync();
app.Announce();
await app.WaitForShutdownAsync();
return 0;

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;
