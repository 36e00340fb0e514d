using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationsDashboard.Store.Migrations
{
    /// <inheritdoc />
    public partial class Views : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Embeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    Origins = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Embeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Embeds_Integrations_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Integrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Embeds_Workspaces_WorkspaceId",
                        column: x => x.WorkspaceId,
                        principalTable: "Workspaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ErrorPatterns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Expression = table.Column<string>(type: "TEXT", nullable: false),
                    Tool = table.Column<string>(type: "TEXT", nullable: true),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErrorPatterns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SavedViews_Workspaces_WorkspaceId",
                        column: x => x.WorkspaceId,
                        principalTable: "Workspaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SyncDays",
                columns: table => new
                {
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    Succeeded = table.Column<int>(type: "INTEGER", nullable: false),
                    Warned = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    DurationMs = table.Column<long>(type: "INTEGER", nullable: false),
                    Records = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncDays", x => new { x.IntegrationId, x.Day });
                    table.ForeignKey(
                        name: "FK_SyncDays_Integrations_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Integrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ToolDays",
                columns: table => new
                {
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Environment = table.Column<int>(type: "INTEGER", nullable: false),
                    Tool = table.Column<string>(type: "TEXT", nullable: false),
                    Succeeded = table.Column<int>(type: "INTEGER", nullable: false),
                    Warned = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    DurationMs = table.Column<long>(type: "INTEGER", nullable: false),
                    Records = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToolDays", x => new { x.WorkspaceId, x.Day, x.Environment, x.Tool });
                    table.ForeignKey(
                        name: "FK_ToolDays_Workspaces_WorkspaceId",
                        column: x => x.WorkspaceId,
                        principalTable: "Workspaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Embeds_ExpiresAt",
                table: "Embeds",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Embeds_IntegrationId_CreatedAt",
                table: "Embeds",
                columns: new[] { "IntegrationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Embeds_WorkspaceId",
                table: "Embeds",
                column: "WorkspaceId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_PersonId_WorkspaceId_Name",
                table: "SavedViews",
                columns: new[] { "PersonId", "WorkspaceId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_WorkspaceId",
                table: "SavedViews",
                column: "WorkspaceId");

            migrationBuilder.CreateIndex(
                name: "IX_SyncDays_Day",
                table: "SyncDays",
                column: "Day");

            // What is known of the past counts too. A day has 864,000,000,000 ticks, a millisecond 10,000; running and cancelled
            // syncs (0 and 6) are left out.
            migrationBuilder.Sql(
                """
                INSERT INTO "SyncDays" ("IntegrationId", "Day", "Succeeded", "Warned", "Failed", "Refused", "DurationMs", "Records")
                SELECT "IntegrationId", "EndedAt" / 864000000000, SUM("State" = 1), SUM("State" = 2), SUM("State" IN (3, 5)), SUM("State" = 4),
                    SUM(("EndedAt" - "StartedAt") / 10000),
                    SUM(COALESCE((
                        SELECT MIN(1000000000000, SUM(MIN(1000000000000, json_extract(model.value, '$.Records')))) FROM json_each("Models") AS model), 0))
                FROM "Syncs"
                WHERE "EndedAt" IS NOT NULL AND "State" NOT IN (0, 6)
                GROUP BY "IntegrationId", "EndedAt" / 864000000000
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "ToolDays" ("WorkspaceId", "Day", "Environment", "Tool", "Succeeded", "Warned", "Failed", "Refused", "DurationMs", "Records")
                SELECT i."WorkspaceId", d."Day", i."Environment", i."Tool", SUM(d."Succeeded"), SUM(d."Warned"), SUM(d."Failed"), SUM(d."Refused"),
                    SUM(d."DurationMs"), SUM(d."Records")
                FROM "SyncDays" AS d JOIN "Integrations" AS i ON i."Id" = d."IntegrationId"
                GROUP BY i."WorkspaceId", d."Day", i."Environment", i."Tool"
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Embeds");

            migrationBuilder.DropTable(
                name: "ErrorPatterns");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "SyncDays");

            migrationBuilder.DropTable(
                name: "ToolDays");
        }
    }
}
