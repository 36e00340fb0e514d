using static IntegrationsDashboard.Status.IntegrationStatus;

namespace IntegrationsDashboard.Status.Tests;

public class StatusWordsTests
{
    [Fact]
    public void Every_status_has_a_word_that_names_it()
    {
        var all = Enum.GetValues<IntegrationStatus>();
        Assert.Equal(9, all.Length);
        Assert.Equal(9, all.Select(status => status.Word()).Distinct().Count());
        Assert.All(all, status => Assert.Equal(status, StatusWords.Parse(status.Word())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Active")]
    [InlineData("failing")]
    public void No_other_word_names_one(string? word) => Assert.Null(StatusWords.Parse(word));

    [Fact]
    public void What_needs_a_person_most_comes_first()
    {
        IntegrationStatus[] order =
        [
            CredentialsInvalid, AuthenticationFailing, SyncFailing, QualityAssurance, SyncHasWarnings,
            Setup, Inactive, Active, IntegrationStatus.Deleted,
        ];
        Assert.Equal(order, StatusWords.ByAttention);
        Assert.Equal(Enumerable.Range(0, 9), order.Select(status => status.AttentionRank()));
    }

    [Fact]
    public void The_numbers_are_stored_and_never_change() => Assert.Equal(
        [
            IntegrationStatus.Deleted, Inactive, CredentialsInvalid, QualityAssurance, Setup,
            AuthenticationFailing, SyncFailing, SyncHasWarnings, Active,
        ],
        Enumerable.Range(0, 9).Select(number => (IntegrationStatus)number));

    [Theory]
    [InlineData(SyncState.Running)]
    [InlineData(SyncState.Cancelled)]
    public void A_sync_that_tells_nothing_has_no_status(SyncState state) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => state.ToStatus());
}
