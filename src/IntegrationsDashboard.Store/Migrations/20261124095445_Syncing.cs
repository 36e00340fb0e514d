using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationsDashboard.Store.Migrations
{
    /// <inheritdoc />
    public partial class Syncing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasBodies",
                table: "Syncs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsErasureDue",
                table: "Integrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // What an older version wrote: bodies are known from now on, and what was due to be erased still is.
            migrationBuilder.Sql("""UPDATE "Syncs" SET "HasBodies" = 1 WHERE "Key" IN (SELECT "SyncKey" FROM "LogBodies")""");
            migrationBuilder.Sql("""UPDATE "Integrations" SET "IsErasureDue" = 1 WHERE "Status" = 0 AND "NextChangeAt" IS NULL""");

            migrationBuilder.CreateTable(
                name: "ConnectionFlows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LinkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: true),
                    Tool = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: false),
                    Log = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectionFlows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConnectionFlows_Workspaces_WorkspaceId",
                        column: x => x.WorkspaceId,
                        principalTable: "Workspaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConnectionLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnvironmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: true),
                    OrganizationName = table.Column<string>(type: "TEXT", nullable: true),
                    EndUserEmail = table.Column<string>(type: "TEXT", nullable: true),
                    OriginId = table.Column<string>(type: "TEXT", nullable: true),
                    Category = table.Column<int>(type: "INTEGER", nullable: true),
                    Tool = table.Column<string>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    EnableFiltering = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectionLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConnectionLinks_Environments_EnvironmentId",
                        column: x => x.EnvironmentId,
                        principalTable: "Environments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Connections",
                columns: table => new
                {
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedCredentials = table.Column<string>(type: "TEXT", nullable: false),
                    Filters = table.Column<string>(type: "TEXT", nullable: false),
                    Facets = table.Column<string>(type: "TEXT", nullable: true),
                    FullEvery = table.Column<long>(type: "INTEGER", nullable: false),
                    DeltaEvery = table.Column<long>(type: "INTEGER", nullable: true),
                    DataExpiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SyncedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Connections", x => x.IntegrationId);
                    table.ForeignKey(
                        name: "FK_Connections_Integrations_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Integrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            // Clustered by its key: a record is found, and a model swept, in one place. EF Core has no word for it.
            migrationBuilder.Sql(
                """
                CREATE TABLE "Records" (
                    "IntegrationId" TEXT NOT NULL,
                    "Model" TEXT NOT NULL,
                    "RemoteId" TEXT NOT NULL,
                    "Data" TEXT NOT NULL,
                    "CreatedAt" INTEGER NOT NULL,
                    "ChangedAt" INTEGER NOT NULL,
                    "RemovedAt" INTEGER NULL,
                    "SeenBy" INTEGER NOT NULL,
                    "ChangedBy" INTEGER NOT NULL,
                    CONSTRAINT "PK_Records" PRIMARY KEY ("IntegrationId", "Model", "RemoteId"),
                    CONSTRAINT "FK_Records_Connections_IntegrationId" FOREIGN KEY ("IntegrationId") REFERENCES "Connections" ("IntegrationId") ON DELETE CASCADE
                ) WITHOUT ROWID
                """);

            migrationBuilder.CreateTable(
                name: "SyncJobs",
                columns: table => new
                {
                    IntegrationId = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    SyncId = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SyncJobs", x => new { x.IntegrationId, x.Type });
                    table.ForeignKey(
                        name: "FK_SyncJobs_Connections_IntegrationId",
                        column: x => x.IntegrationId,
                        principalTable: "Connections",
                        principalColumn: "IntegrationId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_IntegrationId",
                table: "Outbox",
                column: "IntegrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Syncs_Bodies",
                table: "Syncs",
                column: "EndedAt",
                filter: "HasBodies");

            migrationBuilder.CreateIndex(
                name: "IX_Syncs_EndedAt",
                table: "Syncs",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Integrations_IsErasureDue",
                table: "Integrations",
                column: "IsErasureDue",
                filter: "IsErasureDue");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectionFlows_At",
                table: "ConnectionFlows",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectionFlows_WorkspaceId_At",
                table: "ConnectionFlows",
                columns: new[] { "WorkspaceId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectionLinks_EnvironmentId",
                table: "ConnectionLinks",
                column: "EnvironmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectionLinks_IntegrationId",
                table: "ConnectionLinks",
                column: "IntegrationId",
                filter: "IntegrationId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectionLinks_WorkspaceId_CreatedAt",
                table: "ConnectionLinks",
                columns: new[] { "WorkspaceId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Records_IntegrationId_ChangedBy",
                table: "Records",
                columns: new[] { "IntegrationId", "ChangedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Records_RemovedAt",
                table: "Records",
                column: "RemovedAt",
                filter: "RemovedAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SyncJobs_DueAt",
                table: "SyncJobs",
                column: "DueAt",
                filter: "DueAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SyncJobs_LeaseUntil",
                table: "SyncJobs",
                column: "LeaseUntil",
                filter: "LeaseUntil IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConnectionFlows");

            migrationBuilder.DropTable(
                name: "ConnectionLinks");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Records");

            migrationBuilder.DropTable(
                name: "SyncJobs");

            migrationBuilder.DropTable(
                name: "Connections");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_IntegrationId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Syncs_Bodies",
                table: "Syncs");

            migrationBuilder.DropIndex(
                name: "IX_Syncs_EndedAt",
                table: "Syncs");

            migrationBuilder.DropIndex(
                name: "IX_Integrations_IsErasureDue",
                table: "Integrations");

            migrationBuilder.DropColumn(
                name: "HasBodies",
                table: "Syncs");

            migrationBuilder.DropColumn(
                name: "IsErasureDue",
                table: "Integrations");
        }
    }
}
