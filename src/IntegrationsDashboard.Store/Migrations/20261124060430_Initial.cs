using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationsDashboard.Store.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Offset = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SyncId = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", nullable: true),
                    To = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatusCounts",
                columns: table => new
                {
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Environment = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Tool = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusCounts", x => new { x.WorkspaceId, x.Environment, x.Category, x.Tool, x.Status });
                });

            migrationBuilder.CreateTable(
                name: "Workspaces",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workspaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Environments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Environments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Environments_Workspaces_WorkspaceId",
                        column: x => x.WorkspaceId,
                        principalTable: "Workspaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnvironmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Environments_EnvironmentId",
                        column: x => x.EnvironmentId,
                        principalTable: "Environments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Integrations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnvironmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Environment = table.Column<int>(type: "INTEGER", nullable: false),
                    Tool = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    BaseFacts = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    NextChangeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AttentionKey = table.Column<long>(type: "INTEGER", nullable: false),
                    SinceKey = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSyncKey = table.Column<long>(type: "INTEGER", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    RunningSyncId = table.Column<string>(type: "TEXT", nullable: true),
                    RunningSince = table.Column<long>(type: "INTEGER", nullable: true),
                    EndUser_CreatorEmail = table.Column<string>(type: "TEXT", nullable: true),
                    EndUser_OrganizationName = table.Column<string>(type: "TEXT", nullable: false),
                    EndUser_OriginId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Integrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Integrations_Environments_EnvironmentId",
                        column: x => x.EnvironmentId,
                        principalTable: "Environments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Integrations_Workspaces_WorkspaceId",
                        column: x => x.WorkspaceId,
                        principalTable: "Workspaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_Events_Integrations_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Integrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatusChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: true),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    Cause = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", nullable: true),
                    SyncId = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatusChanges_Integrations_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Integrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Syncs",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnvironmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    SyncId = table.Column<string>(type: "TEXT", nullable: false),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    Models = table.Column<string>(type: "TEXT", nullable: false),
                    LogCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ErrorCount = table.Column<int>(type: "INTEGER", nullable: false),
                    WarningCount = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstError = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstErrorMessage = table.Column<string>(type: "TEXT", nullable: true),
                    FirstWarning = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstWarningMessage = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Syncs", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Syncs_Integrations_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Integrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Clustered by (sync, sequence): a page of a log is one stretch of the file. EF Core has no word for it.
            migrationBuilder.Sql(
                """
                CREATE TABLE "LogBodies" (
                    "SyncKey" INTEGER NOT NULL,
                    "Seq" INTEGER NOT NULL,
                    "Request" TEXT NULL,
                    "Response" TEXT NULL,
                    CONSTRAINT "PK_LogBodies" PRIMARY KEY ("SyncKey", "Seq"),
                    CONSTRAINT "FK_LogBodies_Syncs_SyncKey" FOREIGN KEY ("SyncKey") REFERENCES "Syncs" ("Key") ON DELETE CASCADE
                ) WITHOUT ROWID
                """);

            // Clustered by (sync, sequence): a page of a log is one stretch of the file. EF Core has no word for it.
            migrationBuilder.Sql(
                """
                CREATE TABLE "LogEntries" (
                    "SyncKey" INTEGER NOT NULL,
                    "Seq" INTEGER NOT NULL,
                    "At" INTEGER NOT NULL,
                    "Level" INTEGER NOT NULL,
                    "Message" TEXT NOT NULL,
                    "Model" TEXT NULL,
                    "HttpMethod" TEXT NULL,
                    "HttpUrl" TEXT NULL,
                    "HttpStatus" INTEGER NULL,
                    "HttpDurationMs" INTEGER NULL,
                    CONSTRAINT "PK_LogEntries" PRIMARY KEY ("SyncKey", "Seq"),
                    CONSTRAINT "FK_LogEntries_Syncs_SyncKey" FOREIGN KEY ("SyncKey") REFERENCES "Syncs" ("Key") ON DELETE CASCADE
                ) WITHOUT ROWID
                """);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_EnvironmentId",
                table: "ApiKeys",
                column: "EnvironmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Environments_WorkspaceId_Kind",
                table: "Environments",
                columns: new[] { "WorkspaceId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_IntegrationId",
                table: "Events",
                column: "IntegrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_EnvironmentId",
                table: "Integrations",
                column: "EnvironmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_Demonstration",
                table: "Integrations",
                column: "WorkspaceId",
                filter: "IsDemonstration");

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_NextChangeAt",
                table: "Integrations",
                column: "NextChangeAt",
                filter: "NextChangeAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_WorkspaceId_AttentionKey_Id_Status_Environment_Category_Tool_SearchText",
                table: "Integrations",
                columns: new[] { "WorkspaceId", "AttentionKey", "Id", "Status", "Environment", "Category", "Tool", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_WorkspaceId_LastSyncKey_Id_Status_Environment_Category_Tool_SearchText",
                table: "Integrations",
                columns: new[] { "WorkspaceId", "LastSyncKey", "Id", "Status", "Environment", "Category", "Tool", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_WorkspaceId_NameKey_Id_Status_Environment_Category_Tool_SearchText",
                table: "Integrations",
                columns: new[] { "WorkspaceId", "NameKey", "Id", "Status", "Environment", "Category", "Tool", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_WorkspaceId_SinceKey_Id_Status_Environment_Category_Tool_SearchText",
                table: "Integrations",
                columns: new[] { "WorkspaceId", "SinceKey", "Id", "Status", "Environment", "Category", "Tool", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_Problems",
                table: "LogEntries",
                columns: new[] { "SyncKey", "Seq", "Level", "At", "Message", "Model", "HttpMethod", "HttpUrl", "HttpStatus", "HttpDurationMs" },
                filter: "Level >= 2");

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_IntegrationId_At_Id",
                table: "StatusChanges",
                columns: new[] { "IntegrationId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Syncs_EnvironmentId_SyncId",
                table: "Syncs",
                columns: new[] { "EnvironmentId", "SyncId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Syncs_IntegrationId_StartedAt_Key",
                table: "Syncs",
                columns: new[] { "IntegrationId", "StartedAt", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Syncs_Running",
                table: "Syncs",
                column: "IntegrationId",
                filter: "State = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "LogBodies");

            migrationBuilder.DropTable(
                name: "LogEntries");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "StatusChanges");

            migrationBuilder.DropTable(
                name: "StatusCounts");

            migrationBuilder.DropTable(
                name: "Syncs");

            migrationBuilder.DropTable(
                name: "Integrations");

            migrationBuilder.DropTable(
                name: "Environments");

            migrationBuilder.DropTable(
                name: "Workspaces");
        }
    }
}
