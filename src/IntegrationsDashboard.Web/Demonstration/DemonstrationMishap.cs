using System.Globalization;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>Tells, within a log, what went wrong. Its first warning or error says the same as the sync's own message.</summary>
internal sealed class DemonstrationMishap(DemonstrationLog log, DemonstrationSync sync, Random random)
{
    private DemonstrationTool Tool => sync.Tool;

    private DemonstrationProblem Problem => sync.Problem!;

    /// <summary>The model that it is about, where it is about one.</summary>
    public string? ModelName => sync.Problem is null or { IsBeforeSignIn: true } ? null : Tool.Models[Problem.Model].Name;

    /// <summary>The tool does not let the connector in.</summary>
    public void RefuseConnection()
    {
        if (Problem.Kind == TroubleKind.CertificateExpired)
        {
            log.Request(LogEntryLevel.Error, Problem.Message, null, "POST", Tool.Url("oauth/token"), null, random.Next(80, 300));
            log.Add(LogEntryLevel.Debug, $"Subject of the certificate: {Tool.Host}. Issuer: Example Trust Services.");
            log.Add(LogEntryLevel.Debug, "Compared the clocks: they differ by less than a second.");
        }
        else
        {
            log.Request(
                LogEntryLevel.Debug, "Asked for the address to sign in at.", null, "GET", Tool.Url("oauth"), 200, random.Next(60, 200));
            log.Request(
                LogEntryLevel.Error,
                Problem.Message,
                null,
                "POST",
                Tool.Url("oauth/token"),
                401,
                random.Next(180, 620),
                DemonstrationBodies.SignIn,
                DemonstrationBodies.Error("invalid_client", "The credentials are not valid."));
            log.Add(LogEntryLevel.Debug, "The reason that the tool gives: invalid_client.");
        }

        for (var attempt = 2; attempt <= 3; attempt++)
        {
            log.Add(LogEntryLevel.Info, $"Trying once more ({attempt} of 3).", weight: 700);
            log.Request(
                LogEntryLevel.Warning,
                "The answer was the same.",
                null,
                "POST",
                Tool.Url("oauth/token"),
                Problem.Kind == TroubleKind.CertificateExpired ? null : 401,
                random.Next(180, 620));
        }

        log.Add(LogEntryLevel.Info, $"{Tool.Label} does not let the connector in; nothing can be read.");
    }

    /// <summary>The connector may not read a model.</summary>
    public void Forbid(DemonstrationModel model)
    {
        log.Request(
            LogEntryLevel.Warning,
            Problem.Message,
            model.Name,
            "GET",
            Tool.Url($"{model.Path}?page=1"),
            403,
            random.Next(90, 240),
            null,
            DemonstrationBodies.Error("forbidden", $"Reading {model.Name} needs a permission that this user does not have."));
        log.Add(LogEntryLevel.Info, $"Left out {model.Name}; the records of the last sync are kept.", model.Name);
    }

    /// <summary>Something about a model is odd, but the sync goes on.</summary>
    public void Warn(DemonstrationModel model)
    {
        log.Add(LogEntryLevel.Warning, Problem.Message, model.Name);
        if (Problem.Kind != TroubleKind.UnreadableRecords)
        {
            log.Add(LogEntryLevel.Debug, $"Records without {model.OptionalField} are kept as they are.", model.Name);
            return;
        }

        var unusable = IsDate(model) ? "0000-00-00" : "n/a";
        for (var record = 1; record <= DemonstrationProblem.Unreadable; record++)
        {
            log.Add(
                LogEntryLevel.Warning,
                $"Record {random.Next(10_000, 99_999)} was left out: its {model.RequiredField} is \"{unusable}\".",
                model.Name);
        }
    }

    /// <summary>Reading a model comes to an end before its time.</summary>
    /// <param name="model">The model.</param>
    /// <param name="page">The page that did not come.</param>
    public void Break(DemonstrationModel model, int page)
    {
        var url = Tool.Url(string.Create(CultureInfo.InvariantCulture, $"{model.Path}?page={page}"));
        switch (Problem.Kind)
        {
            case TroubleKind.ServiceUnavailable:
                Retry(model, url, 503, "service_unavailable", "The service is being restored. Try again later.");
                break;
            case TroubleKind.RateLimited:
                Retry(model, url, 429, "too_many_requests", "The limit of requests per minute is reached.");
                break;
            case TroubleKind.TimedOut:
                log.Request(LogEntryLevel.Warning, "No answer for 90 seconds; asking again.", model.Name, "GET", url, null, 90_000);
                log.Request(LogEntryLevel.Error, Problem.Message, model.Name, "GET", url, null, 90_000);
                log.Add(LogEntryLevel.Info, $"Called off the request for {model.Name}.", model.Name);
                break;
            default:
                log.Add(LogEntryLevel.Debug, $"Checking the fields of {model.Name}.", model.Name);
                log.Add(LogEntryLevel.Error, Problem.Message, model.Name);
                log.Add(LogEntryLevel.Debug, $"Fields that came: id, {model.OptionalField} and 12 more.", model.Name);
                log.Add(LogEntryLevel.Info, $"Stopped reading {model.Name}.", model.Name);
                break;
        }
    }

    private static bool IsDate(DemonstrationModel model) =>
        model.RequiredField.EndsWith("_date", StringComparison.Ordinal) || model.RequiredField.EndsWith("_at", StringComparison.Ordinal);

    private void Retry(DemonstrationModel model, string url, int status, string code, string detail)
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            log.Request(
                LogEntryLevel.Warning,
                $"{Tool.Label} answered {status}; trying again ({attempt} of 3).",
                model.Name,
                "GET",
                url,
                status,
                900 * attempt);
        }

        log.Request(
            LogEntryLevel.Error, Problem.Message, model.Name, "GET", url, status, 3_600, null, DemonstrationBodies.Error(code, detail));
        log.Add(LogEntryLevel.Info, $"Stopped reading {model.Name}.", model.Name);
    }
}
