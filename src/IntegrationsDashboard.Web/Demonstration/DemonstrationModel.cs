namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>A model that the tools of a category offer.</summary>
/// <param name="Name">Its name in reports, such as <c>employees</c>.</param>
/// <param name="Path">Its part of the address.</param>
/// <param name="PerHead">How many records there are per person of the organisation.</param>
/// <param name="RequiredField">A field without which a record cannot be read.</param>
/// <param name="OptionalField">A field that may stay empty.</param>
internal sealed record DemonstrationModel(string Name, string Path, double PerHead, string RequiredField, string OptionalField);
