using System.Text.Json;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>Which of a webhook's deliveries are shown, exactly as the page's address says it.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Type">Only messages of this type; null for all.</param>
public sealed record DeliveriesState(int WebhookId, DeliveryState? State = null, string? Type = null)
{
    /// <summary>The types of messages that there are deliveries of.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. MessageTypes.All, MessageTypes.Test];

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => State is not null || Type is not null;

    /// <summary>The same as the store asks it.</summary>
    public DeliveryFilter Filter => new(State, Type);

    /// <summary>The address of the page that shows this.</summary>
    public string Address
    {
        get
        {
            var parameters = new List<string>();
            if (State is { } state)
            {
                parameters.Add($"state={Word(state)}");
            }

            if (Type is not null)
            {
                parameters.Add($"type={Uri.EscapeDataString(Type)}");
            }

            return Links.Webhook(WebhookId) + (parameters.Count == 0 ? "" : $"?{string.Join('&', parameters)}");
        }
    }

    /// <summary>Reads the parameters of an address; what makes no sense counts as not given.</summary>
    public static DeliveriesState Parse(int webhookId, string? state, string? type) => new(
        webhookId,
        Enum.GetValues<DeliveryState>().Where(one => Word(one) == state).Cast<DeliveryState?>().FirstOrDefault(),
        Types.Contains(type) ? type : null);

    private static string Word(DeliveryState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
