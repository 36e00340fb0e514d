namespace IntegrationsDashboard.Store.Queries;

/// <summary>What a row of a list shows.</summary>
/// <param name="Position">The position of its entry, the first one where it stands for several.</param>
/// <param name="Run">The run it belongs to.</param>
/// <param name="Repeats">How many entries say the same, where the row is the first of them and they can be folded; 1 else.</param>
/// <param name="IsOpen">Whether those are shown below it.</param>
public readonly record struct LogRowPlace(int Position, int Run, int Repeats, bool IsOpen)
{
    /// <summary>How many entries the row stands for, 1 or more.</summary>
    public int Entries => IsOpen ? 1 : Repeats;
}
