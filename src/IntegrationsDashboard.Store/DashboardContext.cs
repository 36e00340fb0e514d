using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IntegrationsDashboard.Store;

/// <summary>
/// The tables and their indexes. Only the ledger writes through it, and ASP.NET Core Identity to what belongs to a person's account;
/// pages never see it.
/// </summary>
public sealed class DashboardContext(DbContextOptions<DashboardContext> options) : IdentityUserContext<Person, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Workspaces.</summary>
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    /// <summary>Environments of workspaces.</summary>
    public DbSet<WorkspaceEnvironment> Environments => Set<WorkspaceEnvironment>();

    /// <summary>API keys.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Integrations.</summary>
    public DbSet<Integration> Integrations => Set<Integration>();

    /// <summary>Syncs.</summary>
    public DbSet<Sync> Syncs => Set<Sync>();

    /// <summary>Log entries.</summary>
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();

    /// <summary>Bodies of requests and responses.</summary>
    public DbSet<LogBody> LogBodies => Set<LogBody>();

    /// <summary>Events other than syncs.</summary>
    public DbSet<RecordedEvent> Events => Set<RecordedEvent>();

    /// <summary>The history of statuses.</summary>
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    /// <summary>Messages to the outside.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Counts per status.</summary>
    public DbSet<StatusCount> StatusCounts => Set<StatusCount>();

    /// <summary>How far files have been imported.</summary>
    public DbSet<ImportProgress> Imports => Set<ImportProgress>();

    /// <summary>How integrations are reached that the dashboard syncs itself.</summary>
    public DbSet<Connection> Connections => Set<Connection>();

    /// <summary>Their next and running syncs.</summary>
    public DbSet<SyncJob> SyncJobs => Set<SyncJob>();

    /// <summary>What their syncs brought.</summary>
    public DbSet<StoredRecord> Records => Set<StoredRecord>();

    /// <summary>Links to public pages.</summary>
    public DbSet<ConnectionLink> ConnectionLinks => Set<ConnectionLink>();

    /// <summary>Attempts to connect that failed.</summary>
    public DbSet<ConnectionFlow> ConnectionFlows => Set<ConnectionFlow>();

    /// <summary>The keys that secrets at rest and links are protected with.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who belongs to which workspace.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Links by which people join.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Sign-ins.</summary>
    public DbSet<PersonSession> Sessions => Set<PersonSession>();

    /// <summary>Who did what.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Addresses to which what happens is told.</summary>
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    /// <summary>What is sent to them.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>How often, and with what result.</summary>
    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    /// <summary>What people and channels are told.</summary>
    public DbSet<NoticeRule> NoticeRules => Set<NoticeRule>();

    /// <summary>Times in which integrations were not well.</summary>
    public DbSet<Incident> Incidents => Set<Incident>();

    /// <summary>What is told about them.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>How far people have seen what changed.</summary>
    public DbSet<SeenMark> SeenMarks => Set<SeenMark>();

    /// <summary>How far the messages to the outside were read.</summary>
    public DbSet<OutboxReader> OutboxReaders => Set<OutboxReader>();

    /// <summary>Days of syncs, by integration.</summary>
    public DbSet<SyncDay> SyncDays => Set<SyncDay>();

    /// <summary>Days of syncs, by tool.</summary>
    public DbSet<ToolDay> ToolDays => Set<ToolDay>();

    /// <summary>What people have made the list show.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>How operators explain error messages.</summary>
    public DbSet<ErrorPattern> ErrorPatterns => Set<ErrorPattern>();

    /// <summary>What is shown in other products.</summary>
    public DbSet<Embed> Embeds => Set<Embed>();

    /// <summary>What came of API calls that carried an idempotency key.</summary>
    public DbSet<IdempotentCall> IdempotentCalls => Set<IdempotentCall>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ConfigurePeople(builder);
        ConfigureWebhooks(builder);
        ConfigureNotices(builder);
        ConfigureViews(builder);
        builder.Entity<Workspace>().HasMany(workspace => workspace.Environments).WithOne().HasForeignKey(e => e.WorkspaceId);
        builder.Entity<WorkspaceEnvironment>(environment =>
        {
            environment.HasIndex(e => new { e.WorkspaceId, e.Kind }).IsUnique();
            environment.HasMany(e => e.ApiKeys).WithOne().HasForeignKey(key => key.EnvironmentId);
        });
        builder.Entity<ApiKey>(key =>
        {
            key.HasIndex(k => k.Hash).IsUnique();
            key.Property(k => k.Rights).HasDefaultValue(RoleRights.Key).HasSentinel(Rights.None);
            key.Property(k => k.Hint).HasDefaultValue("");
        });

        builder.Entity<Integration>(integration =>
        {
            integration.HasOne<Workspace>().WithMany().HasForeignKey(i => i.WorkspaceId);
            integration.HasOne<WorkspaceEnvironment>().WithMany().HasForeignKey(i => i.EnvironmentId);
            integration.ComplexProperty(i => i.EndUser);
            integration.Property(i => i.Facts).HasConversion(ToJson(StoreJson.Default.IntegrationFacts), FactsComparer);
            integration.Property(i => i.BaseFacts).HasConversion(ToJson(StoreJson.Default.IntegrationFacts), FactsComparer);

            // One index per order. Each carries the columns that filters look at, so that a filter never leaves the index.
            integration.HasIndex(i => new { i.WorkspaceId, i.AttentionKey, i.Id, i.Status, i.Environment, i.Category, i.Tool, i.SearchText });
            integration.HasIndex(i => new { i.WorkspaceId, i.NameKey, i.Id, i.Status, i.Environment, i.Category, i.Tool, i.SearchText });
            integration.HasIndex(i => new { i.WorkspaceId, i.LastSyncKey, i.Id, i.Status, i.Environment, i.Category, i.Tool, i.SearchText });
            integration.HasIndex(i => new { i.WorkspaceId, i.SinceKey, i.Id, i.Status, i.Environment, i.Category, i.Tool, i.SearchText });
            integration.HasIndex(i => i.EnvironmentId);
            integration.HasIndex(i => i.NextChangeAt).HasFilter("NextChangeAt IS NOT NULL");
            integration.HasIndex(i => i.IsErasureDue).HasFilter("IsErasureDue");
            integration.HasIndex(i => i.WorkspaceId, "IX_Integrations_Demonstration").HasFilter("IsDemonstration");
        });

        builder.Entity<Sync>(sync =>
        {
            sync.HasKey(s => s.Key);
            sync.HasOne<Integration>().WithMany().HasForeignKey(s => s.IntegrationId);
            sync.Property(s => s.Models).HasConversion(ToJson(StoreJson.Default.IReadOnlyListSyncModel), ModelsComparer);

            // Said aloud, because a name like a key's hides from EF Core that the property is not nullable.
            sync.Property(s => s.SyncId).IsRequired();
            sync.HasIndex(s => new { s.EnvironmentId, s.SyncId }).IsUnique();
            sync.HasIndex(s => new { s.IntegrationId, s.StartedAt, s.Key });
            sync.HasIndex(s => s.IntegrationId, "IX_Syncs_Running").HasFilter("State = 0");
            sync.HasIndex(s => s.EndedAt);
            sync.HasIndex(s => s.EndedAt, "IX_Syncs_Bodies").HasFilter("HasBodies");
        });

        builder.Entity<LogEntry>(entry =>
        {
            entry.HasKey(e => new { e.SyncKey, e.Seq });
            entry.HasOne<Sync>().WithMany().HasForeignKey(e => e.SyncKey);

            // Warnings and errors are few and looked for often, so they are kept once more, apart from the rest. Only as a whole:
            // SQLite would rather read all of a log than go from an index to the table.
            entry
                .HasIndex(
                    e => new { e.SyncKey, e.Seq, e.Level, e.At, e.Message, e.Model, e.HttpMethod, e.HttpUrl, e.HttpStatus, e.HttpDurationMs },
                    "IX_LogEntries_Problems")
                .HasFilter("Level >= 2");
        });
        builder.Entity<LogBody>(body =>
        {
            body.HasKey(b => new { b.SyncKey, b.Seq });
            body.HasOne<Sync>().WithMany().HasForeignKey(b => b.SyncKey);
        });

        builder.Entity<RecordedEvent>(recorded =>
        {
            recorded.HasKey(e => e.Sequence);
            recorded.HasOne<Integration>().WithMany().HasForeignKey(e => e.IntegrationId);
        });
        builder.Entity<StatusChange>(change =>
        {
            change.HasOne<Integration>().WithMany().HasForeignKey(c => c.IntegrationId);
            change.HasIndex(c => new { c.IntegrationId, c.At, c.Id });
        });
        builder.Entity<Connection>(connection =>
        {
            connection.HasKey(c => c.IntegrationId);
            connection.HasOne<Integration>().WithOne().HasForeignKey<Connection>(c => c.IntegrationId);
            connection.Property(c => c.Filters).HasConversion(ToJson(StoreJson.Default.SyncFilters), Whole<SyncFilters>());
            connection.Property(c => c.Facets).HasConversion(ToJson(StoreJson.Default.IReadOnlyListFacet)!, Whole<IReadOnlyList<Facet>?>());
        });
        builder.Entity<SyncJob>(job =>
        {
            job.HasKey(j => new { j.IntegrationId, j.Type });
            job.HasOne<Connection>().WithMany().HasForeignKey(j => j.IntegrationId);
            job.HasIndex(j => j.DueAt).HasFilter("DueAt IS NOT NULL");
            job.HasIndex(j => j.LeaseUntil).HasFilter("LeaseUntil IS NOT NULL");
        });
        builder.Entity<StoredRecord>(record =>
        {
            record.HasKey(r => new { r.IntegrationId, r.Model, r.RemoteId });
            record.HasOne<Connection>().WithMany().HasForeignKey(r => r.IntegrationId);
            record.HasIndex(r => r.RemovedAt).HasFilter("RemovedAt IS NOT NULL");
            record.HasIndex(r => new { r.IntegrationId, r.ChangedBy });
        });
        builder.Entity<ConnectionLink>(link =>
        {
            link.HasOne<WorkspaceEnvironment>().WithMany().HasForeignKey(l => l.EnvironmentId);
            link.HasIndex(l => new { l.WorkspaceId, l.CreatedAt });
            link.HasIndex(l => l.IntegrationId).HasFilter("IntegrationId IS NOT NULL");
        });
        builder.Entity<ConnectionFlow>(flow =>
        {
            flow.HasOne<Workspace>().WithMany().HasForeignKey(f => f.WorkspaceId);
            flow.Property(f => f.Log).HasConversion(ToJson(StoreJson.Default.IReadOnlyListFlowEntry), Whole<IReadOnlyList<FlowEntry>>());
            flow.HasIndex(f => new { f.WorkspaceId, f.At });
            flow.HasIndex(f => f.At);
        });
        builder.Entity<OutboxMessage>(message =>
        {
            message.HasIndex(m => m.IntegrationId);
            message.HasIndex(m => new { m.WorkspaceId, m.Id }, "IX_Outbox_StateChanges").HasFilter($"Type = '{OutboxMessage.StateChanged}'");
        });
        builder.Entity<StatusCount>().HasKey(c => new { c.WorkspaceId, c.Environment, c.Category, c.Tool, c.Status });
    }

    private static void ConfigureWebhooks(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Webhook>(webhook =>
        {
            webhook.HasOne<Workspace>().WithMany().HasForeignKey(w => w.WorkspaceId);
            webhook.HasOne<WorkspaceEnvironment>().WithMany().HasForeignKey(w => w.EnvironmentId);
            webhook.Property(w => w.Types).HasConversion(ToJson(StoreJson.Default.IReadOnlyListString), Whole<IReadOnlyList<string>>());
        });
        modelBuilder.Entity<Delivery>(delivery =>
        {
            delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
            delivery.HasIndex(d => new { d.WebhookId, d.Id });
            delivery.HasIndex(d => d.NextAttemptAt).HasFilter("NextAttemptAt IS NOT NULL");
            delivery.HasIndex(d => new { d.WebhookId, d.IntegrationId, d.Id }, "IX_Deliveries_Pending").HasFilter("State = 0");
            delivery.HasIndex(d => d.EndedAt).HasFilter("EndedAt IS NOT NULL");
        });
        modelBuilder.Entity<DeliveryAttempt>().HasOne<Delivery>().WithMany().HasForeignKey(a => a.DeliveryId);
    }

    private static void ConfigureNotices(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<NoticeRule>(rule =>
        {
            rule.HasOne<Workspace>().WithMany().HasForeignKey(r => r.WorkspaceId);
            rule.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
            rule.HasOne<Webhook>().WithMany().HasForeignKey(r => r.WebhookId);
            rule.HasIndex(r => new { r.PersonId, r.WorkspaceId });
            rule.Property(r => r.Choice).HasConversion(ToJson(StoreJson.Default.NoticeChoice), Whole<NoticeChoice>());
        });
        modelBuilder.Entity<Incident>(incident =>
        {
            incident.HasOne<Integration>().WithMany().HasForeignKey(i => i.IntegrationId);
            incident.HasIndex(i => i.IntegrationId, "IX_Incidents_Open").IsUnique().HasFilter("ClosedAt IS NULL");
            incident.HasIndex(i => i.IntegrationId);
            incident.HasIndex(i => i.HealsAt).HasFilter("HealsAt IS NOT NULL");
            incident.HasIndex(i => i.ClosedAt).HasFilter("ClosedAt IS NOT NULL");
            incident.Property(i => i.Statuses).HasConversion(ToJson(StoreJson.Default.IReadOnlyListIntegrationStatus), Whole<IReadOnlyList<IntegrationStatus>>());
        });
        modelBuilder.Entity<Notice>(notice =>
        {
            notice.HasOne<Incident>().WithMany().HasForeignKey(n => n.IncidentId);
            notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
            notice.HasOne<Webhook>().WithMany().HasForeignKey(n => n.WebhookId);
            notice.HasIndex(n => n.IntegrationId);
            notice.HasIndex(n => n.DueAt).HasFilter("DueAt IS NOT NULL");
            notice.HasIndex(n => new { n.PersonId, n.EndedAt });
            notice.HasIndex(n => new { n.WebhookId, n.EndedAt });
            notice.HasIndex(n => n.EndedAt).HasFilter("EndedAt IS NOT NULL");
        });
        modelBuilder.Entity<SeenMark>(mark =>
        {
            mark.HasKey(m => new { m.PersonId, m.WorkspaceId });
            mark.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
            mark.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId);
        });
    }

    private static void ConfigureViews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SyncDay>(day =>
        {
            day.HasKey(d => new { d.IntegrationId, d.Day });
            day.HasOne<Integration>().WithMany().HasForeignKey(d => d.IntegrationId);
            day.HasIndex(d => d.Day);
        });
        modelBuilder.Entity<ToolDay>(day =>
        {
            day.HasKey(d => new { d.WorkspaceId, d.Day, d.Environment, d.Tool });
            day.HasOne<Workspace>().WithMany().HasForeignKey(d => d.WorkspaceId);
        });
        modelBuilder.Entity<SavedView>(view =>
        {
            view.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
            view.HasOne<Workspace>().WithMany().HasForeignKey(v => v.WorkspaceId);
            view.HasIndex(v => new { v.PersonId, v.WorkspaceId, v.Name }).IsUnique();
        });
        modelBuilder.Entity<ErrorPattern>().Property(p => p.Texts)
            .HasConversion(ToJson(StoreJson.Default.IReadOnlyDictionaryStringPatternText), Whole<IReadOnlyDictionary<string, PatternText>>());
        modelBuilder.Entity<Embed>(embed =>
        {
            embed.HasOne<Workspace>().WithMany().HasForeignKey(e => e.WorkspaceId);
            embed.HasOne<Integration>().WithMany().HasForeignKey(e => e.IntegrationId);
            embed.Property(e => e.Origins).HasConversion(ToJson(StoreJson.Default.IReadOnlyListString), Whole<IReadOnlyList<string>>());
            embed.HasIndex(e => new { e.IntegrationId, e.CreatedAt });
            embed.HasIndex(e => e.ExpiresAt);
        });
    }

    private static void ConfigurePeople(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.HasIndex(p => p.IsOperator).HasFilter("IsOperator");
        });
        modelBuilder.Entity<IdentityUserClaim<Guid>>().ToTable("PersonClaims");
        modelBuilder.Entity<IdentityUserLogin<Guid>>().ToTable("PersonLogins");
        modelBuilder.Entity<IdentityUserToken<Guid>>().ToTable("PersonTokens");
        modelBuilder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("PersonPasskeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId);
            passkey.OwnsOne(p => p.Data).ToJson();
        });
        modelBuilder.Entity<Membership>(member =>
        {
            member.HasKey(m => new { m.WorkspaceId, m.PersonId });
            member.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId);
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        });
        modelBuilder.Entity<Invitation>(invitation =>
        {
            invitation.HasOne<Workspace>().WithMany().HasForeignKey(i => i.WorkspaceId);
            invitation.HasIndex(i => i.TokenHash).IsUnique();
            invitation.HasIndex(i => i.ExpiresAt);
        });
        modelBuilder.Entity<PersonSession>(session =>
        {
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
            session.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            // No reference to what it tells of: it outlives that.
            entry.Property(e => e.Action).HasConversion<string>();
            entry.HasIndex(e => new { e.WorkspaceId, e.Id });
            entry.HasIndex(e => e.At);
        });
        modelBuilder.Entity<IdempotentCall>(call =>
        {
            call.HasIndex(c => new { c.EnvironmentId, c.Key }).IsUnique();
            call.HasIndex(c => c.At);
        });
    }

    private static readonly ValueComparer<IntegrationFacts> FactsComparer = new(
        (left, right) => ReferenceEquals(left, right), facts => facts.GetHashCode(), facts => facts);

    private static ValueComparer<T> Whole<T>() => new((left, right) => ReferenceEquals(left, right), value => value!.GetHashCode(), value => value);

    private static readonly ValueComparer<IReadOnlyList<SyncModel>> ModelsComparer = new(
        (left, right) => ReferenceEquals(left, right), models => models.Count, models => models);

    private static Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<T, string> ToJson<T>(
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        new(value => JsonSerializer.Serialize(value, type), json => JsonSerializer.Deserialize(json, type)!);
}
