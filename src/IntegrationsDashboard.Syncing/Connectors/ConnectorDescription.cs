namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>What a connector needs and offers for a tool.</summary>
/// <param name="Methods">The ways to sign in, the usual one first; at least one.</param>
/// <param name="Models">The models it reads.</param>
/// <param name="HasDelta">Whether it can read only what changed since an instant.</param>
/// <param name="AddressLabel">What the tool calls its address, such as <c>SCIM base URL</c>.</param>
/// <param name="AddressExample">An example of one.</param>
public sealed record ConnectorDescription(
    IReadOnlyList<SignInMethod> Methods,
    IReadOnlyList<ModelDescription> Models,
    bool HasDelta,
    string AddressLabel,
    string AddressExample);
