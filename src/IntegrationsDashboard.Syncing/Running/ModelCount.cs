using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Counts what a sync brings of one model.</summary>
internal sealed class ModelCount
{
    private long _records;
    private long _added;
    private long _changed;
    private long _removed;

    public void See() => _records++;

    public void Remove(int records) => _removed += records;

    public void Add(RecordOutcome outcome)
    {
        switch (outcome)
        {
            case RecordOutcome.Added:
                _records++;
                _added++;
                break;
            case RecordOutcome.Changed:
                _records++;
                _changed++;
                break;
            case RecordOutcome.Unchanged:
                _records++;
                break;
            case RecordOutcome.Removed:
                _removed++;
                break;
            default:
                break;
        }
    }

    /// <summary>The counts; a sync that stores nothing cannot know what is new.</summary>
    public SyncModel ToModel(string name, bool isStored) =>
        isStored ? new SyncModel(name, _records, _added, _changed, _removed) : new SyncModel(name, _records);
}
