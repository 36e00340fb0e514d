using System.Globalization;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>A trouble as one sync meets it.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="State">How the sync ends.</param>
/// <param name="Model">The place, among the tool's models, of the one at which it goes wrong.</param>
/// <param name="Records">How many records that model has.</param>
/// <param name="Message">What happened, in words for people; at most 200 characters.</param>
internal sealed record DemonstrationProblem(TroubleKind Kind, SyncState State, int Model, long Records, string Message)
{
    private static readonly string[] Refusals =
    [
        "the API credentials expired", "the refresh token was revoked", "the API key was deleted", "the integration user is locked",
    ];

    /// <summary>What <paramref name="trouble"/> means for a sync.</summary>
    /// <param name="trouble">The trouble.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="began">When the trouble began (UTC).</param>
    /// <param name="records">How many records the model has.</param>
    public static DemonstrationProblem Of(Trouble trouble, DemonstrationTool tool, DateTimeOffset began, long records)
    {
        var model = tool.Models[trouble.Model];
        var label = tool.Label;
        var (state, message) = trouble.Kind switch
        {
            TroubleKind.CredentialsRefused => (
                SyncState.AuthenticationFailed,
                $"{label} answered 401 Unauthorized: {Refusals[(tool.Id[0] + tool.Id.Length) % Refusals.Length]}."),
            TroubleKind.ServiceUnavailable => (
                SyncState.Failed,
                $"{label} answered 503 Service Unavailable four times in a row: {model.Name} could not be read."),
            TroubleKind.SchemaChanged => (
                SyncState.Failed,
                $"{label} no longer sends the required field {model.RequiredField} of {model.Name}: none of them could be read."),
            TroubleKind.RateLimited => (
                SyncState.Failed,
                $"{label} answered 429 Too Many Requests until the retries were used up: part of {model.Name} is missing."),
            TroubleKind.CertificateExpired => (
                SyncState.Failed,
                $"The TLS certificate of {tool.Host} expired on {Day(began)}: no safe connection to {label} was possible."),
            TroubleKind.TimedOut => (
                SyncState.TimedOut,
                $"The sync reached its time limit of 30 minutes while {label} was still sending {model.Name}."),
            TroubleKind.UnreadableRecords => (
                SyncState.PartiallyFailed,
                $"{Unreadable} of {Count(records)} {model.Name} could not be read: their {model.RequiredField} has no usable value."),
            TroubleKind.MissingField => (
                SyncState.PartiallyFailed,
                $"{label} sent {model.Name} without the optional field {model.OptionalField}: it stays empty until it comes again."),
            TroubleKind.Forbidden => (
                SyncState.PartiallyFailed,
                $"{label} answered 403 Forbidden for {model.Name}: the user who connected it may not read them."),
            _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble.Kind, "This trouble has no words."),
        };
        return new DemonstrationProblem(trouble.Kind, state, trouble.Model, records, message);
    }

    /// <summary>How many records make no sense where some do.</summary>
    public const int Unreadable = 3;

    /// <summary>Whether nothing could be read at all.</summary>
    public bool IsBeforeSignIn => Kind is TroubleKind.CredentialsRefused or TroubleKind.CertificateExpired;

    /// <summary>Whether the sync goes on with the next model.</summary>
    public bool GoesOn => State == SyncState.PartiallyFailed;

    private static string Day(DateTimeOffset instant) => instant.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
