using Microsoft.AspNetCore.Components;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Components.ApiReference;

/// <summary>The API's document, to read. Needs no sign-in: it tells nothing that the published document does not.</summary>
public partial class ApiReferencePage
{
    private OpenApiDocument? _document;
    private IReadOnlyList<ReferenceCall> _calls = [];
    private bool _hasFailed;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private IEnumerable<IGrouping<string, ReferenceCall>> Groups => _calls.GroupBy(call => call.Tag);

    private string Base => _document?.Servers?.FirstOrDefault()?.Url ?? Navigation.BaseUri.TrimEnd('/');

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _document = await Reference.ReadAsync();
            _hasFailed = false;
        }
        catch (InvalidOperationException)
        {
            _hasFailed = true;
            return;
        }

        var order = (_document.Tags ?? new HashSet<OpenApiTag>()).Select((tag, index) => (tag.Name, index)).ToDictionary(tag => tag.Name ?? "", tag => tag.index);
        _calls =
        [
            .. from path in _document.Paths
               from operation in path.Value.Operations ?? []
               let call = new ReferenceCall(operation.Key.Method, path.Key, operation.Value)
               orderby order.GetValueOrDefault(call.Tag, int.MaxValue)
               select call,
        ];
    }
}
