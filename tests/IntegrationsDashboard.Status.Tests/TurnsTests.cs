namespace IntegrationsDashboard.Status.Tests;

/// <summary>What changes of status mean.</summary>
public sealed class TurnsTests
{
    [Theory]
    [InlineData(IntegrationStatus.Active, IntegrationStatus.SyncFailing, TurnKind.Worse)]
    [InlineData(IntegrationStatus.SyncHasWarnings, IntegrationStatus.SyncFailing, TurnKind.Worse)]
    [InlineData(IntegrationStatus.AuthenticationFailing, IntegrationStatus.CredentialsInvalid, TurnKind.Worse)]
    [InlineData(IntegrationStatus.Inactive, IntegrationStatus.SyncFailing, TurnKind.Worse)]
    [InlineData(IntegrationStatus.SyncFailing, IntegrationStatus.SyncHasWarnings, TurnKind.Better)]
    [InlineData(IntegrationStatus.CredentialsInvalid, IntegrationStatus.Active, TurnKind.Better)]
    [InlineData(IntegrationStatus.Setup, IntegrationStatus.Active, TurnKind.Better)]
    [InlineData(IntegrationStatus.SyncFailing, IntegrationStatus.Inactive, TurnKind.Other)]
    [InlineData(IntegrationStatus.Active, IntegrationStatus.Deleted, TurnKind.Other)]
    [InlineData(IntegrationStatus.Inactive, IntegrationStatus.Active, TurnKind.Other)]
    [InlineData(null, IntegrationStatus.Active, TurnKind.Other)]
    [InlineData(null, IntegrationStatus.Setup, TurnKind.Other)]
    public void A_change_is_for_the_worse_the_better_or_neither(IntegrationStatus? from, IntegrationStatus to, TurnKind kind) =>
        Assert.Equal(kind, Turns.Of(from, to));

    [Fact]
    public void What_is_for_the_worse_one_way_is_not_for_the_worse_the_other_way()
    {
        foreach (var from in Enum.GetValues<IntegrationStatus>())
        {
            foreach (var to in Enum.GetValues<IntegrationStatus>().Where(to => to != from))
            {
                Assert.False(Turns.Of(from, to) == TurnKind.Worse && Turns.Of(to, from) == TurnKind.Worse, $"{from} and {to}");
                Assert.False(Turns.Of(from, to) == TurnKind.Better && Turns.Of(to, from) == TurnKind.Better, $"{from} and {to}");
            }
        }
    }
}
