using System.Globalization;
using BenchmarkDotNet.Running;
using IntegrationsDashboard.Benchmarks;

switch (args)
{
    case ["recording", ..]:
        await RecordingLoad.RunAsync(args is [_, var syncs] ? int.Parse(syncs, CultureInfo.InvariantCulture) : 2_000);
        break;
    case ["pages"]:
        await PageLoad.RunAsync();
        break;
    case ["syncs", ..]:
        await SyncsLoad.RunAsync(args is [_, var integrations] ? int.Parse(integrations, CultureInfo.InvariantCulture) : 1_000);
        break;
    case ["log", ..]:
        await LogLoad.RunAsync(args is [_, var entries] ? int.Parse(entries, CultureInfo.InvariantCulture) : 1_000_000);
        break;
    case ["webhooks", ..]:
        await WebhooksLoad.RunAsync(args is [_, var reports] ? int.Parse(reports, CultureInfo.InvariantCulture) : 2_000);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FirstPageBenchmarks).Assembly).Run(args);
        break;
}
