namespace IntegrationsDashboard.Store.Model;

/// <summary>What an error pattern says in one language.</summary>
/// <param name="Sentence">What happened, in a plain sentence; at most 300 characters.</param>
/// <param name="Advice">What to do now, in a plain sentence; at most 300 characters.</param>
public sealed record PatternText(string Sentence, string Advice);
