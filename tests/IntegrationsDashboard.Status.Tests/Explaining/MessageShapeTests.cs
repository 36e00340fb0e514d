using IntegrationsDashboard.Status.Explaining;

namespace IntegrationsDashboard.Status.Tests.Explaining;

public sealed class MessageShapeTests
{
    [Theory]
    [InlineData("Record 48211 was left out", "Record … was left out")]
    [InlineData("Could not read https://api.example/v1/people?page=3 today", "Could not read … today")]
    [InlineData("jane.doe+hr@acme.example has no manager", "… has no manager")]
    [InlineData("Job 0d3f1c1e-7a1b-4a4e-9d0c-1f2e3d4c5b6a broke", "Job … broke")]
    [InlineData("The team \"North\" is \n unknown ", "The team … is unknown")]
    [InlineData("Nothing varies here", "Nothing varies here")]
    public void What_varies_is_left_out(string message, string shape) => Assert.Equal(shape, MessageShape.Of(message));

    [Fact]
    public void Messages_that_differ_in_numbers_only_are_of_one_shape()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (left, right) = (random.Next(), random.Next());
            Assert.Equal(MessageShape.Of($"Page {left} of {left}: sum {left / 7.0:0.00}"), MessageShape.Of($"Page {right} of {right}: sum {right / 3.0:0.00}"));
        }
    }

    [Fact]
    public void A_shape_is_short_and_holds_no_number()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var message = string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => "ab 1\"@.:/\n-"[random.Next(11)]));
            var shape = MessageShape.Of(message);
            Assert.True(shape.Length <= MessageShape.Longest, shape);
            Assert.DoesNotContain(shape, char.IsDigit);
        }
    }
}
