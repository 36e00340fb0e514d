using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Status.Explaining;

/// <summary>How a kind of trouble is recognised.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Step">The next step that fits it best.</param>
/// <param name="Expression">Fits the messages that tell of it.</param>
/// <param name="Subject">Catches, as <c>subject</c>, what such a message names; null where none names anything of use.</param>
internal sealed record ErrorRule(ErrorKind Kind, NextStepKind Step, Regex Expression, Regex? Subject = null);
