using BenchmarkDotNet.Running;
using IntegrationsDashboard.Benchmarks;

if (args is ["recording", ..])
{
    await RecordingLoad.RunAsync(args is [_, var syncs] ? int.Parse(syncs, System.Globalization.CultureInfo.InvariantCulture) : 2_000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(FirstPageBenchmarks).Assembly).Run(args);
