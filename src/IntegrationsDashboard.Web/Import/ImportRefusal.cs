namespace IntegrationsDashboard.Web.Import;

/// <summary>A line that was not taken.</summary>
/// <param name="Line">Its number in the file, the first being 1.</param>
/// <param name="Reason">What is wrong with it, on one line.</param>
internal sealed record ImportRefusal(long Line, string Reason)
{
    public override string ToString() => $"line {Line}: {Reason.ReplaceLineEndings(" ")}";
}
