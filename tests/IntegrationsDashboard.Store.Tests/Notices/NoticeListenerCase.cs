using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Tests.Notices;

/// <summary>Somebody who may be told: a member, an operator, or the channel of the production environment.</summary>
/// <param name="Name">What the test calls them.</param>
/// <param name="Choice">What they chose; null for nothing.</param>
internal sealed record NoticeListenerCase(string Name, NoticeChoice? Choice)
{
    public bool IsOperator => Name.StartsWith("operator", StringComparison.Ordinal);

    public bool IsChannel => Name.StartsWith("channel", StringComparison.Ordinal);

    public NoticeChoice Effective => Choice ?? NoticeChoice.Default;
}
