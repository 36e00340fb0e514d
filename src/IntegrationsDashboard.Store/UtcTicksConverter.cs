using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationsDashboard.Store;

/// <summary>Stores an instant as UTC ticks: exact, and sorted as time is.</summary>
internal sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
