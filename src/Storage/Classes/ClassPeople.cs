using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Which registrations of a class a notice tells by message: who left a phone.</summary>
internal sealed class ClassPeople(TableClient table)
{
    public async Task<IReadOnlyList<string>> ToldAsync(Posting posting, Notice notice, CancellationToken cancellation)
    {
        IReadOnlyList<string>? named = notice.Registrations;
        if (named is null && !notice.ToParticipants) return [];
        List<Registration> told = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(Key.Range(posting.About.Id, ClassKeys.Registrations), cancellationToken: cancellation))
            if (Row.Read<Registration>(row, table.Name) is { Applicant.Phone: not null } r
                && PostRules.Tells(notice.Kind, r) && named?.Contains(r.Code) != false) told.Add(r);
        return [.. told.OrderBy(r => r.Sequence).Select(r => r.Code)];
    }
}
