using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Writes instants as UTC with a Z, and a fraction of a second only where there is one: <c>2026-11-24T02:10:00Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
