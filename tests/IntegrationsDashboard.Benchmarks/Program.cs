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
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FirstPageBenchmarks).Assembly).Run(args);
        break;
}
