using System.Globalization;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    internal bool HasChangedPatterns { get; private set; }

    /// <summary>Adds an error pattern, which comes after those that are there.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    /// <exception cref="RefusedReportException">It cannot be used.</exception>
    public async Task<ErrorPattern> AddPatternAsync(Initiator by, PatternReport report, CancellationToken ct = default)
    {
        DemandOperator(by);
        report = PatternRules.Check(report);
        var pattern = new ErrorPattern
        {
            Expression = report.Expression,
            Tool = report.Tool,
            Step = report.Step,
            Texts = report.Texts,
            CreatedAt = Now,
        };
        _db.ErrorPatterns.Add(pattern);
        await _db.SaveChangesAsync(ct);
        Note(by, AuditAction.PatternAdded, pattern.Expression);
        return pattern;
    }

    /// <summary>Changes an error pattern.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    /// <exception cref="UnknownIdException">There is no such pattern.</exception>
    /// <exception cref="RefusedReportException">It could not be used any more.</exception>
    public async Task ChangePatternAsync(Initiator by, int patternId, PatternReport report, CancellationToken ct = default)
    {
        DemandOperator(by);
        var pattern = await PatternAsync(patternId, ct);
        report = PatternRules.Check(report);
        var before = pattern.Expression;
        (pattern.Expression, pattern.Tool, pattern.Step, pattern.Texts) = (report.Expression, report.Tool, report.Step, report.Texts);
        await SaveAsync(pattern, ct);
        Note(by, AuditAction.PatternChanged, pattern.Expression, before == pattern.Expression ? null : before, before == pattern.Expression ? null : pattern.Expression);
    }

    /// <summary>Switches an error pattern on or off.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    /// <exception cref="UnknownIdException">There is no such pattern.</exception>
    public async Task SwitchPatternAsync(Initiator by, int patternId, bool on, CancellationToken ct = default)
    {
        DemandOperator(by);
        var pattern = await PatternAsync(patternId, ct);
        if (pattern.IsOn != on)
        {
            pattern.IsOn = on;
            await SaveAsync(pattern, ct);
            Note(by, AuditAction.PatternSwitched, pattern.Expression, newValue: on ? "on" : "off");
        }
    }

    /// <summary>Deletes an error pattern and returns it, for <see cref="RestorePatternAsync"/>.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    /// <exception cref="UnknownIdException">There is no such pattern.</exception>
    public async Task<ErrorPattern> DeletePatternAsync(Initiator by, int patternId, CancellationToken ct = default)
    {
        DemandOperator(by);
        var pattern = await PatternAsync(patternId, ct);
        _db.ErrorPatterns.Remove(pattern);
        await _db.SaveChangesAsync(ct);
        Note(by, AuditAction.PatternDeleted, pattern.Expression);
        return pattern;
    }

    /// <summary>Brings back an error pattern that was deleted, in its old place; one that is there stays as it is.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    public async Task RestorePatternAsync(Initiator by, ErrorPattern pattern, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        DemandOperator(by);
        if (await _db.ErrorPatterns.FindAsync([pattern.Id], ct) is null)
        {
            _db.ErrorPatterns.Add(pattern);
            await _db.SaveChangesAsync(ct);
            Note(by, AuditAction.PatternAdded, pattern.Expression);
        }
    }

    private static void DemandOperator(Initiator by) => Demand(new WorkspaceScope(0, null, by), Rights.Operate);

    // Patterns belong to no workspace.
    private void Note(Initiator by, AuditAction action, string subject, string? oldValue = null, string? newValue = null)
    {
        Add(by, null, action, null, subject, oldValue, newValue);
        HasChangedPatterns = true;
    }

    private async Task<ErrorPattern> PatternAsync(int patternId, CancellationToken ct) =>
        await _db.ErrorPatterns.FindAsync([patternId], ct)
        ?? throw new UnknownIdException("pattern", patternId.ToString(CultureInfo.InvariantCulture));
}
