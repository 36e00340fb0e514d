using IntegrationsDashboard.Syncing.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>All the work that is done again and again, and how often.</summary>
internal static class RecurringWork
{
    /// <summary>Adds the jobs and, where they are to fire by themselves, what fires them.</summary>
    public static void AddRecurringWork(this IServiceCollection services, SyncingOptions options)
    {
        if (!options.RunsByItself)
        {
            return;
        }

        // Before Quartz, so that it stops after it: nothing may claim what was just released.
        services.AddHostedService<DispatcherLifetime>();
        services.AddQuartz(quartz =>
        {
            // What a job does goes by the clock of the program, how often it is done by that of the machine.
            quartz.UseTimeProvider(TimeProvider.System);
            AddJobs(quartz, options);
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    // Every job there is.
    private static void AddJobs(IQuartzBuilder quartz, SyncingOptions options)
    {
        Every<ClaimDueJob>(quartz, TimeSpan.FromSeconds(0.5));
        Every<RenewLeasesJob>(quartz, options.Lease / 3);
        Every<ReleaseLapsedJob>(quartz, TimeSpan.FromSeconds(Math.Min(5, options.Lease.TotalSeconds)));
        Every<SettleDueJob>(quartz, TimeSpan.FromSeconds(1));
        Every<HousekeepingJob>(quartz, TimeSpan.FromHours(1));
    }

    private static void Every<T>(IQuartzBuilder quartz, TimeSpan interval)
        where T : class, IJob =>
        quartz.ScheduleJob<T>(trigger => trigger
            .WithIdentity(typeof(T).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
}
