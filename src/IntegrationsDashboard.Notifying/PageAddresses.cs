using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying;

/// <summary>Where the dashboard's pages are, for messages that lead to them. Whoever has the pages says so.</summary>
public sealed record PageAddresses
{
    /// <summary>The address under which people reach the dashboard, without a slash at the end; asked anew each time.</summary>
    public required Func<string> Origin { get; init; }

    /// <summary>The whole address of a path.</summary>
    public Uri At(string path) => new($"{Origin()}{path}");

    /// <summary>The path of a sync's page, from the integration's id, the sync's id and the log entry to open.</summary>
    public required Func<string, string, int?, string> Sync { get; init; }

    /// <summary>The path of the page that shows a failed attempt to connect, from its number.</summary>
    public required Func<long, string> Flow { get; init; }

    /// <summary>The path of the page where a next step is done, from the integration's id and the step.</summary>
    public required Func<string, NextStep, string> Step { get; init; }

    /// <summary>The path of the page with the webhooks.</summary>
    public required string Webhooks { get; init; }

    /// <summary>The path of the public page that a link leads to, with its token.</summary>
    public required Func<ConnectionLink, string> Link { get; init; }

    /// <summary>The path that stops mails, from a token of <see cref="Notices.UnsubscribeTokens"/>.</summary>
    public required Func<string, string> Unsubscribe { get; init; }

    /// <summary>The path of the list of integrations.</summary>
    public required string Integrations { get; init; }

    /// <summary>The path of what waits for the operators' quality assurance.</summary>
    public required string QualityAssurance { get; init; }

    /// <summary>The path of the page where people choose what they are told.</summary>
    public required string Notifications { get; init; }
}
