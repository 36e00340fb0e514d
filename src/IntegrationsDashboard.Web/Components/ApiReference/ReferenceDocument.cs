using IntegrationsDashboard.Web.Api.Description;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Components.ApiReference;

/// <summary>The API's document as it is published, read once: it does not change while the program runs.</summary>
public sealed class ReferenceDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    private OpenApiDocument? _document;

    /// <summary>The document, its references resolved.</summary>
    /// <exception cref="InvalidOperationException">It could not be put together.</exception>
    public async Task<OpenApiDocument> ReadAsync()
    {
        if (_document is null)
        {
            var written = await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
            _document = OpenApiDocument.Parse(written, OpenApiConstants.Json).Document ?? throw new InvalidOperationException("The API's document could not be read.");
        }

        return _document;
    }
}
