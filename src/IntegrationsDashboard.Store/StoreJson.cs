using System.Text.Json.Serialization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store;

/// <summary>How facts and models are written into their columns.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IntegrationFacts))]
[JsonSerializable(typeof(IReadOnlyList<SyncModel>))]
[JsonSerializable(typeof(SyncFilters))]
[JsonSerializable(typeof(IReadOnlyList<Facet>))]
[JsonSerializable(typeof(IReadOnlyList<FlowEntry>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<IntegrationStatus>))]
[JsonSerializable(typeof(NoticeChoice))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, PatternText>))]
internal sealed partial class StoreJson : JsonSerializerContext;
