using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Notices;
using IntegrationsDashboard.Notifying.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IntegrationsDashboard.Notifying;

/// <summary>Puts together what tells people and programs.</summary>
public static class NotifyingServices
{
    /// <summary>Adds mails, webhooks and notices; the store has to be there.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The settings.</param>
    /// <param name="mail">How mails are sent.</param>
    /// <param name="pages">Where messages lead.</param>
    /// <param name="words">The words that pages use too.</param>
    /// <param name="handler">
    /// Makes what opens connections to webhooks. It must follow no redirects and keep away from networks that receivers have no business in.
    /// </param>
    public static IServiceCollection AddNotifying(
        this IServiceCollection services,
        NotifyingOptions options,
        MailOptions mail,
        Func<IServiceProvider, PageAddresses> pages,
        Func<IServiceProvider, NoticeWords> words,
        Func<IServiceProvider, HttpMessageHandler> handler)
    {
        services.AddMail(mail);
        services.AddSingleton(options);
        services.AddSingleton(pages);
        services.AddSingleton(words);
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<ReconnectionLinks>();
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<NoticeMailer>();
        services.AddSingleton<NoticeDispatcher>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<SwitchedOffMail>();
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<WebhookDispatcher>();
        services.AddSingleton(provider => new WebhookSender(
            handler(provider), provider.GetRequiredService<WebhookSecrets>(), options, provider.GetRequiredService<TimeProvider>()));
        if (options.RunsByItself)
        {
            services.AddSingleton<IHostedService>(provider => new DispatcherWork(provider.GetRequiredService<WebhookDispatcher>().RunAsync));
            services.AddSingleton<IHostedService>(provider => new DispatcherWork(provider.GetRequiredService<NoticeDispatcher>().RunAsync));
        }

        return services;
    }

    /// <summary>Adds an <see cref="IMailer"/>: through the mail server of the settings, or into the log where there is none.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, MailOptions options)
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
