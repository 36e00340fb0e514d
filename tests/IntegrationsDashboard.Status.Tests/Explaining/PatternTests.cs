using IntegrationsDashboard.Status.Explaining;

namespace IntegrationsDashboard.Status.Tests.Explaining;

public sealed class PatternTests
{
    [Theory]
    [InlineData(null, PatternProblem.Empty)]
    [InlineData("  ", PatternProblem.Empty)]
    [InlineData("(", PatternProblem.NotAnExpression)]
    [InlineData("a(?=b)", PatternProblem.NotLinear)]
    [InlineData(@"(a)\1", PatternProblem.NotLinear)]
    [InlineData("((a{1000}){1000}){10}", PatternProblem.NotLinear)]
    [InlineData("a*", PatternProblem.FitsEverything)]
    [InlineData("(?<Scope>a)", PatternProblem.GroupName)]
    [InlineData("(?<scope2>a)", PatternProblem.GroupName)]
    [InlineData(@"error (?<error_code>\d+)", PatternProblem.None)]
    [InlineData("(plain|named) groups", PatternProblem.None)]
    public void What_cannot_be_used_is_refused_with_its_reason(string? text, PatternProblem problem)
    {
        Assert.Equal(problem == PatternProblem.None, PatternExpression.TryRead(text, out var told) is not null);
        Assert.Equal(problem, told);
    }

    [Fact]
    public void The_longest_expression_is_taken_and_a_longer_one_is_not()
    {
        Assert.NotNull(PatternExpression.TryRead(new string('a', PatternExpression.Longest), out _));
        Assert.Null(PatternExpression.TryRead(new string('a', PatternExpression.Longest + 1), out var problem));
        Assert.Equal(PatternProblem.TooLong, problem);
    }

    [Fact]
    public void It_fits_in_any_case_and_tells_what_its_groups_caught()
    {
        var expression = PatternExpression.TryRead(@"error (?<error_code>E\d+)(?: in (?<area>\w+))?", out _)!;
        Assert.Equal(["area", "error_code"], expression.Groups.Order(StringComparer.Ordinal));
        Assert.Equal(new Dictionary<string, string> { ["error_code"] = "e17" }, expression.Match("ERROR e17"));
        Assert.Equal("payroll", expression.Match("Error E4 in payroll today")!["area"]);
        Assert.Null(expression.Match("all well"));
    }

    [Theory]
    [InlineData("No {scope} for {who}.", "No read for ….")]
    [InlineData("{scope}{scope}", "readread")]
    [InlineData("{Scope} { scope } {0}", "{Scope} { scope } {0}")]
    [InlineData("Plain", "Plain")]
    public void Values_stand_where_their_names_stood(string text, string filled) =>
        Assert.Equal(filled, PatternTemplate.Fill(text, new Dictionary<string, string> { ["scope"] = "read", ["who"] = "" }));

    [Fact]
    public void What_a_message_brings_is_never_taken_for_a_placeholder()
    {
        var values = new Dictionary<string, string> { ["a"] = "{b}", ["b"] = "secret" };
        Assert.Equal("{b}", PatternTemplate.Fill("{a}", values));
    }

    [Fact]
    public void A_long_value_is_cut_off() =>
        Assert.Equal(PatternTemplate.LongestValue, PatternTemplate.Fill("{a}", new Dictionary<string, string> { ["a"] = new('x', 5000) }).Length);

    [Fact]
    public void The_names_in_a_text_are_told_once() => Assert.Equal(["a", "b_c"], PatternTemplate.Names("{a} {b_c} {a} {B} {1}"));

    [Theory]
    [InlineData("Record 48211 was left out: its e-mail is \"n/a\".")]
    [InlineData("Two\nlines  and (brackets) [1] + 2 * {3} ?")]
    [InlineData("See https://api.example/v1/people?page=3 for #12 of jane@example.com")]
    [InlineData("Plain words")]
    public void What_is_suggested_fits_the_message_and_can_be_used(string message) =>
        Assert.True(PatternExpression.TryRead(PatternExpression.Suggest(message), out _)!.Fits(message));

    [Fact]
    public void What_is_suggested_fits_the_same_message_with_other_numbers() =>
        Assert.True(PatternExpression.TryRead(PatternExpression.Suggest("Payroll run 17 of 2026-03 is closed"), out _)!.Fits("payroll run 1234 of 2027-11 is closed"));
}
