using Azure.Data.Tables;
using NtmServerless.Domain.DaysOff;
using NtmServerless.Storage.DaysOff;

namespace NtmServerless.Storage.SystemStatus;

/// <summary>Reads every row of the records once, to find the damaged ones. As many requests as there are pages of a thousand rows.</summary>
public sealed class RecordLook(RecordsStorage storage)
{
    // Which record stands under which beginning of a row key. What is not listed has no record of its own (outbox rows, counters, places).
    private static readonly (string Table, string Prefix, Action<TableEntity, string> Read)[] Kinds =
    [
        Of<TrainingClass>(StorageNames.Classes, ClassKeys.Head),
        Of<Registration>(StorageNames.Classes, ClassKeys.Registrations),
        Of<AttendanceSheet>(StorageNames.Classes, ClassKeys.Attendance),
        Of<EvidenceFact>(StorageNames.Classes, ClassKeys.Evidence),
        Of<SheetReading>(StorageNames.Classes, ClassKeys.SheetReadings),
        Of<ClassReport>(StorageNames.Classes, ClassKeys.Reports),
        Of<StoredNotice>(StorageNames.Classes, ClassKeys.Notices),
        Of<AuditEntry>(StorageNames.Classes, ClassKeys.AuditEntries),
        (StorageNames.ClassSummaries, ClassSummaries.PlanCounter, ReadCounter),
        Of<TrainingClass>(StorageNames.ClassSummaries, ""),
        Of<StudyTour>(StorageNames.Tours, "tour-"),
        Of<TourMember>(StorageNames.Tours, "member-"),
        Of<CommunicationActivity>(StorageNames.Communication, "act-"),
        Of<CommunicationDay>(StorageNames.Communication, "day-"),
        Of<DeclaredClass>(StorageNames.Declarations, "class-"),
        Of<PeriodicReport>(StorageNames.Reports, "half-"),
        Of<PeriodicReport>(StorageNames.Reports, "month-"),
        Of<PeriodicReport>(StorageNames.Reports, "quarter-"),
        Of<PeriodicReport>(StorageNames.Reports, "span-"),
        Of<PeriodicReport>(StorageNames.Reports, "year-"),
        Of<UnitAnswer>(StorageNames.Reports, "answer."),
        Of<FirstStepsKept>(StorageNames.Plans, FirstStepsStore.Beginning),
        Of<OfficeDays>(StorageNames.Plans, DaysOffStore.Place),
        Of<PlanShares>(StorageNames.Plans, ShareStore.Beginning),
        Of<InboxEntry>(StorageNames.Post, "in-"),
        Of<OutgoingMessage>(StorageNames.Post, PostKeys.Messages),
        Of<UnitContacts>(StorageNames.Post, PostKeys.Contacts),
        Of<OfficialDocument>(StorageNames.Documents, DocumentKeys.Documents),
        Of<NumberRegister>(StorageNames.Documents, DocumentKeys.Registers),
        Of<StoredAccount>(StorageNames.Accounts, "u-"),
        Of<CallerKey>(StorageNames.ApiKeysApi, ""),
        Of<AuditEntry>(StorageNames.Audit, ""),
    ];

    // Until somebody deals classes out it is a number.
    private static void ReadCounter(TableEntity row, string table)
    {
        if (ShareStore.Says(row)) Row.Read<PlanShares>(row, table);
    }

    /// <summary>Looks at all rows; what it finds replaces what was known before.</summary>
    /// <returns>How many rows were read.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        int read = 0;
        List<DamagedRow> damaged = [];
        foreach (IGrouping<string, (string Table, string Prefix, Action<TableEntity, string> Read)> kinds in Kinds.GroupBy(k => k.Table))
        {
            TableClient table = storage.Table(kinds.Key);
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                if (kinds.FirstOrDefault(k => row.RowKey.StartsWith(k.Prefix, StringComparison.Ordinal)).Read is not { } readAs) continue;
                read++;
                try
                {
                    readAs(row, table.Name);
                }
                catch (RecordDamagedException e)
                {
                    damaged.Add(e.Damage);
                }
            }
        }

        DamagedRows.OfThisProcess.Are(damaged);
        return read;
    }

    private static (string, string, Action<TableEntity, string>) Of<T>(string table, string prefix) => (table, prefix, (row, name) => Row.Read<T>(row, name));
}
