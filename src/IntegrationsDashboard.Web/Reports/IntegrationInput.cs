using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Catalogue;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>Reads the report of a new integration.</summary>
internal static class IntegrationInput
{
    /// <summary>Reads all but the id; null where something is wrong, which is then among the reader's problems.</summary>
    public static NewIntegration? Read(InputReader input)
    {
        var tool = input.Line("tool", 40, required: true);
        if (tool is not null && !ToolCatalogue.IsId(tool))
        {
            input.Problem("tool", "must be a tool's id, such as personio: lower-case letters, digits, hyphens and underscores, a letter first");
            tool = null;
        }

        var category = input.Word<Category>("category", required: true);
        var setup = input.Word<SetupStatus>("setup_status");
        var createdAt = input.Instant("created_at");
        var endUser = input.Object("end_user", required: true) is { } reader ? EndUser(reader) : null;
        return tool is null || category is null || endUser is null
            ? null
            : new NewIntegration
            {
                Tool = tool,
                Category = category.Value,
                EndUser = endUser,
                Setup = setup ?? SetupStatus.Completed,
                CreatedAt = createdAt,
            };
    }

    /// <summary>What <see cref="Read"/> takes, for the API's document.</summary>
    public static OpenApiSchema Schema() => InputSchema.Object(
        null,
        InputSchema.Required("tool", InputSchema.Line("The tool's id, such as personio.", 40, pattern: ToolCatalogue.IdPattern)),
        InputSchema.Required("category", InputSchema.Word<Category>("What kind of tool it is.")),
        InputSchema.Required("end_user", InputSchema.Object(
            "The customer that the tool belongs to.",
            InputSchema.Required("organization_name", InputSchema.Line("The organisation. Spaces around it are left out.", ReportLimits.OrganizationName)),
            InputSchema.Optional("creator_email", InputSchema.Email("Who connected the tool.")),
            InputSchema.Optional("origin_id", InputSchema.Line("The organisation's id in your own system.", ReportLimits.OriginId, least: 0)))),
        InputSchema.Optional("setup_status", InputSchema.Word<SetupStatus>("How far the configuration of its filters has come; COMPLETED where left out.")),
        InputSchema.Optional("created_at", InputSchema.Instant("Since when it exists; now where left out.")));

    /// <summary>Reads the same with an id of its own, as a history brings it.</summary>
    public static NewIntegration? ReadWithId(InputReader input)
    {
        var id = IdOf(input, "id");
        var report = Read(input);
        if (id is not null && report is not null && !id.StartsWith($"{report.Tool}:", StringComparison.Ordinal))
        {
            input.Problem("id", "must begin with the tool and a colon");
        }

        return report is null || id is null ? null : report with { Id = id };
    }

    /// <summary>The id of an integration in a required field; null where there is none.</summary>
    public static string? IdOf(InputReader input, string field)
    {
        var id = input.Line(field, 65, required: true);
        if (id is null || ReportLimits.IsIntegrationId(id))
        {
            return id;
        }

        input.Problem(field, "must be an integration's id: the tool, a colon, and 24 letters and digits");
        return null;
    }

    private static EndUser? EndUser(InputReader input)
    {
        var organization = input.Line("organization_name", ReportLimits.OrganizationName, required: true, trim: true);
        var email = input.Line("creator_email", ReportLimits.CreatorEmail);
        var originId = input.Line("origin_id", ReportLimits.OriginId, least: 0);
        if (email?.Contains('@', StringComparison.Ordinal) == false)
        {
            input.Problem("creator_email", "must be an e-mail address, or be left out");
        }

        return organization is null ? null : new EndUser { OrganizationName = organization, CreatorEmail = email, OriginId = originId };
    }
}
