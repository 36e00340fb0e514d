using System.Data.Common;

namespace IntegrationsDashboard.Store.Tests.Plans;

/// <summary>How SQLite answers a query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Steps">The steps, as EXPLAIN QUERY PLAN tells them.</param>
internal sealed record QueryPlan(SentQuery Query, IReadOnlyList<string> Steps)
{
    public static QueryPlan Explain(DbConnection connection, SentQuery query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text was sent by the store itself.
        command.CommandText = $"EXPLAIN QUERY PLAN {query.Sql}";
#pragma warning restore CA2100
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(reader.GetOrdinal("detail")));
        }

        return new QueryPlan(query, steps);
    }

    /// <summary>Each table is entered through an index, nothing is sorted, no row is skipped by counting.</summary>
    /// <param name="maySort">Whether the rows are so few that sorting them is no matter.</param>
    public void AssertSeeks(bool maySort = false)
    {
        Assert.NotEmpty(Steps);
        Assert.DoesNotContain("OFFSET", Query.Sql, StringComparison.Ordinal);
        foreach (var step in Steps)
        {
            // The rows of a part of the same query are no table.
            var scans = step.StartsWith("SCAN ", StringComparison.Ordinal)
                && step != "SCAN CONSTANT ROW"
                && !Steps.Contains($"CO-ROUTINE {step["SCAN ".Length..]}");

            // The counts are a handful of rows for each tool; summing them up may sort them.
            var sorts = !maySort
                && step.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)
                && !Query.Sql.Contains("FROM \"StatusCounts\"", StringComparison.Ordinal);
            Assert.False(scans || sorts, $"{step}\n\n{this}");
        }
    }

    /// <summary>The table of the given alias is entered at a place in an index that <paramref name="terms"/> lead to.</summary>
    public void AssertSeeksBy(string alias, string index, string terms) => Assert.True(
        Steps.Any(step => step.StartsWith($"SEARCH {alias} USING ", StringComparison.Ordinal)
            && step.Contains(index, StringComparison.Ordinal)
            && step.Contains($"({terms})", StringComparison.Ordinal)),
        $"No search of {alias} by {index} ({terms}).\n\n{this}");

    public override string ToString() => $"{string.Join('\n', Steps)}\n\n{Query.Sql}";
}
