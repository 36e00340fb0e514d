using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>A field of an object in a request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">What it may hold.</param>
/// <param name="IsRequired">Whether it has to be there. One that need not be may also be null.</param>
internal sealed record InputField(string Name, OpenApiSchema Schema, bool IsRequired);
