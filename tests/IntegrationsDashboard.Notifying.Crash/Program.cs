using IntegrationsDashboard.Notifying.Crash;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Arguments: the folder that holds the store. Runs until it is killed, or until its input ends.
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Services.AddCrashingWebhooks(args[0], runsByItself: true);
using var host = builder.Build();
await host.StartAsync();
await Console.Out.WriteLineAsync("started");
await Console.In.ReadToEndAsync();
await host.StopAsync();
