using CsCheck;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>What messages have in common.</summary>
public sealed class MessageShapeTests
{
    [Theory]
    [InlineData("Record 4711 of 12,000 was left out.", "Record # of # was left out.")]
    [InlineData("Asked for 2026-03-02T08:00:00.123Z", "Asked for #")]
    [InlineData("Employee 3f2504e0-4f89-11d3-9a0c-0305e82c3301 is gone", "Employee # is gone")]
    [InlineData("10.0.0.17:443 did not answer", "# did not answer")]
    [InlineData("GET https://api.example.com/v2/employees?page=3", "GET https://api.example.com/#/employees?page=#")]
    [InlineData("Signed in.  Reading\temployees.", "Signed in. Reading employees.")]
    [InlineData("no-reply, at all", "no-reply, at all")]
    [InlineData("", "")]
    public void Numbers_and_ids_leave_a_mark(string message, string shape) => Assert.Equal(shape, MessageShape.Of(message));

    [Fact]
    public void Messages_that_differ_in_their_numbers_only_have_one_shape() =>
        Gen.Select(Gen.String[Gen.Char["ab ,.-:_#/\t"], 0, 30], Gen.Int[0, 99_999], Gen.Int[0, 99_999]).Sample((text, one, other) =>
            MessageShape.Of($"{text} {one} {text}") == MessageShape.Of($"{text} {other} {text}"));

    [Fact]
    public void The_shape_of_a_shape_is_itself() =>
        Gen.String[Gen.Char["ab9 ,.-:_#/\t\n"], 0, 40].Sample(text => MessageShape.Of(MessageShape.Of(text)) == MessageShape.Of(text));
}
