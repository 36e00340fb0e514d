using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>How operators explain error messages, and what they are told of past ones.</summary>
public sealed class LedgerPatternTests : StoreTest
{
    private static readonly Initiator Operator = TestStore.Allowed(Rights.Operate);

    [Fact]
    public async Task What_is_used_follows_every_change_and_keeps_its_order()
    {
        Assert.Empty(Store.Patterns.Known());
        var first = await AddAsync("payroll closed");
        var second = await AddAsync("payroll");
        Assert.Equal([first.Id, second.Id], Known());

        await Store.Ledger.WriteAsync(s => s.SwitchPatternAsync(Operator, first.Id, on: false));
        Assert.Equal([second.Id], Known());
        await Store.Ledger.WriteAsync(s => s.SwitchPatternAsync(Operator, first.Id, on: true));
        await Store.Ledger.WriteAsync(s => s.ChangePatternAsync(Operator, first.Id, Report("period closed") with { Tool = "workday" }));
        var known = Store.Patterns.Known()[0];
        Assert.True(known.Expression.Fits("The PERIOD CLOSED yesterday"));
        Assert.Equal((true, false), (known.IsFor("workday"), known.IsFor("personio")));

        var deleted = await Store.Ledger.WriteAsync(s => s.DeletePatternAsync(Operator, first.Id));
        Assert.Equal([second.Id], Known());
        await Store.Ledger.WriteAsync(s => s.RestorePatternAsync(Operator, deleted));
        Assert.Equal([first.Id, second.Id], Known());
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_used()
    {
        await AddAsync("a one");
        Assert.Single(Known());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Ledger.WriteAsync(async s =>
        {
            await s.AddPatternAsync(Operator, Report("another"));
            throw new InvalidOperationException();
        }));
        Assert.Single(Known());
    }

    [Fact]
    public async Task A_second_program_reads_what_the_first_wrote()
    {
        await AddAsync("a one");
        await using var other = await Store.OpenAgainAsync();
        Assert.Single(other.Patterns.Known());
    }

    public static TheoryData<string, PatternReport> Refused => new()
    {
        { "expression", Report("") },
        { "expression", Report("(") },
        { "expression", Report("a(?=b)") },
        { "expression", Report(".*") },
        { "expression", Report(new string('a', 501)) },
        { "texts", Report("a") with { Texts = new Dictionary<string, PatternText>() } },
        { "texts", Report("a") with { Texts = new Dictionary<string, PatternText> { ["de"] = new("Ein Satz.", "Noch einer.") } } },
        { "texts", Report("a") with { Texts = Text("It happened.", "") } },
        { "texts", Report("a") with { Texts = Text(new string('x', 301), "Do something.") } },
        { "texts", Report("(?<scope>a)") with { Texts = Text("No {scop}.", "Do something.") } },
        { "texts", Report("a") with { Texts = new Dictionary<string, PatternText> { ["en"] = new("A.", "B."), ["xx"] = new("A.", "B.") } } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_used_is_refused(string field, PatternReport report)
    {
        var refusal = await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(s => s.AddPatternAsync(Operator, report)));
        Assert.Equal(field, refusal.Field);
        Assert.Empty(await Store.Patterns.AllAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Languages_that_say_nothing_are_left_out_and_texts_trimmed()
    {
        var texts = new Dictionary<string, PatternText> { ["en"] = new(" It happened. ", "Do {code}."), ["fr"] = new(" ", "") };
        var added = await Store.Ledger.WriteAsync(s => s.AddPatternAsync(Operator, Report(@"E(?<code>\d+)") with { Texts = texts }));
        var read = (await Store.Patterns.FindAsync(added.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(["en"], read.Texts.Keys);
        Assert.Equal(new PatternText("It happened.", "Do {code}."), read.Texts["en"]);
    }

    [Fact]
    public async Task Each_act_stands_in_the_audit_log()
    {
        var pattern = await AddAsync("a one");
        await Store.Ledger.WriteAsync(s => s.ChangePatternAsync(Operator, pattern.Id, Report("a two")));
        await Store.Ledger.WriteAsync(s => s.SwitchPatternAsync(Operator, pattern.Id, on: false));
        await Store.Ledger.WriteAsync(s => s.DeletePatternAsync(Operator, pattern.Id));
        Assert.Equal(
            ["PatternAdded|a one||", "PatternChanged|a two|a one|a two", "PatternSwitched|a two||off", "PatternDeleted|a two||"],
            Store.Rows("SELECT Action, Subject, OldValue, NewValue FROM AuditEntries WHERE Action LIKE 'Pattern%' ORDER BY Id"));
    }

    [Fact]
    public async Task A_trial_counts_messages_and_integrations_and_shows_samples_of_different_shapes()
    {
        var ct = TestContext.Current.CancellationToken;
        var (one, two) = (await Store.AddAsync(), await Store.AddAsync(tool: "workday"));
        await Store.FinishAsync(one, "a", SyncState.Failed, Store.Now.AddHours(-5), "Payroll 1 is closed");
        await Store.FinishAsync(one, "b", SyncState.Failed, Store.Now.AddHours(-4), "Payroll 2 is closed");
        await Store.FinishAsync(two, "c", SyncState.Failed, Store.Now.AddHours(-3), "The payroll is closed for good");
        await Store.FinishAsync(two, "d", SyncState.Failed, Store.Now.AddHours(-2), "Something else");
        await Store.FinishAsync(two, "e", SyncState.Succeeded, Store.Now.AddHours(-1));
        await Store.Ledger.AppendLogAsync(
            Store.Production,
            "d",
            [
                TestStore.Entry(0, LogEntryLevel.Warning, "A warning: payroll is closed"),
                TestStore.Entry(1, LogEntryLevel.Error, "Payroll 3 is closed"),
                TestStore.Entry(2, LogEntryLevel.Error, "Something else"),
            ],
            ct);
        var expression = Status.Explaining.PatternExpression.TryRead("payroll.*closed", out _)!;

        var trial = await Store.PastErrors.TryAsync(expression, null, 10, ct);

        // What the log says again in the same words is not counted twice.
        Assert.Equal((5, 4, 2), (trial.Read, trial.Matching, trial.Integrations));
        Assert.Equal(["The payroll is closed for good", "Payroll 2 is closed"], trial.Samples.Select(sample => sample.Message));
        Assert.Equal((2, 1), ((await Store.PastErrors.TryAsync(expression, "personio", 10, ct)).Matching, (await Store.PastErrors.TryAsync(expression, "personio", 1, ct)).Samples.Count));
    }

    [Fact]
    public async Task What_is_older_than_sixty_days_does_not_count()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "a", SyncState.Failed, Store.Now, "Payroll is closed");
        Store.Time.Advance(PastErrorQueries.Span + TimeSpan.FromMinutes(1));
        var expression = Status.Explaining.PatternExpression.TryRead("payroll", out _)!;
        Assert.Equal(0, (await Store.PastErrors.TryAsync(expression, null, 10, TestContext.Current.CancellationToken)).Read);
    }

    [Fact]
    public async Task What_nothing_explains_is_counted_by_its_shape()
    {
        var ct = TestContext.Current.CancellationToken;
        var (one, two) = (await Store.AddAsync(), await Store.AddAsync(tool: "workday"));
        await Store.FinishAsync(one, "a", SyncState.Failed, Store.Now.AddHours(-5), "Run 17 is closed");
        await Store.FinishAsync(two, "b", SyncState.Failed, Store.Now.AddHours(-4), "Run 18 is closed");
        await Store.FinishAsync(two, "c", SyncState.Failed, Store.Now.AddHours(-3), "Known");
        await Store.FinishAsync(two, "d", SyncState.Failed, Store.Now.AddHours(-2), "Alone");

        var found = await Store.PastErrors.UnexplainedAsync(error => error.Message == "Known", 20, ct);

        Assert.Equal([("Run … is closed", 2, 2, "b"), ("Alone", 1, 1, "d")], found.Select(f => (f.Shape, f.Count, f.Integrations, f.Last.SyncId)));
        Assert.Equal("Run … is closed", Assert.Single(await Store.PastErrors.UnexplainedAsync(_ => false, 1, ct)).Shape);
    }

    private IEnumerable<int> Known() => Store.Patterns.Known().Select(known => known.Pattern.Id);

    private Task<ErrorPattern> AddAsync(string expression) => Store.Ledger.WriteAsync(s => s.AddPatternAsync(Operator, Report(expression)));

    private static PatternReport Report(string expression) => new(expression, null, NextStepKind.ContactSupport, Text("It happened.", "Do something."));

    private static Dictionary<string, PatternText> Text(string sentence, string advice) => new() { ["en"] = new(sentence, advice) };
}
