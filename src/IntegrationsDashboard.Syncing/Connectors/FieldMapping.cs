namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>Where a field of a model comes from. The field <c>id</c> is the record's id in the tool and always required.</summary>
/// <param name="Field">The model's field, such as <c>work_email</c>.</param>
/// <param name="Path">Where it is in the tool's record, names joined by dots.</param>
/// <param name="IsRequired">Whether a record without it, or with a null, fails the sync; else its lack is a warning and a null a value.</param>
/// <param name="IsFilter">Whether one can filter by it.</param>
public sealed record FieldMapping(string Field, string Path, bool IsRequired = false, bool IsFilter = false);
