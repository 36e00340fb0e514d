using IntegrationsDashboard.Notifying.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationsDashboard.Notifying;

/// <summary>Puts together what tells people.</summary>
public static class NotifyingServices
{
    /// <summary>Adds an <see cref="IMailer"/>: through the mail server of the settings, or into the log where there is none.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddNotifying(this IServiceCollection services, MailOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        if (options.IsConfigured)
        {
            services.AddSingleton<IMailer, SmtpMailer>();
        }
        else
        {
            services.AddSingleton<IMailer, LogMailer>();
        }

        return services;
    }
}
