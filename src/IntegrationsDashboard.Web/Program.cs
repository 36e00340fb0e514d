using IntegrationsDashboard.Web.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,

    // The settings lie in the working directory (the repository's root) or, once published, beside the program.
    ContentRootPath = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory,
});
builder.AddDashboard();

var app = builder.Build();
await app.PrepareStoreAsync();
app.MapDashboard();
await app.RunAsync();
return 0;

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;
