using Azure.Data.Tables;

namespace NtmServerless.Storage.Tours;

/// <summary>Which members of a tour a notice tells by message: whose unit gave a phone.</summary>
internal sealed class TourPeople(TableClient table)
{
    public async Task<IReadOnlyList<string>> ToldAsync(Posting posting, Notice notice, CancellationToken cancellation)
    {
        if (!notice.ToParticipants) return [];
        List<string> told = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(
            Key.Range(posting.PlanId, $"member-{Key.Checked(posting.About.Id)}-"), cancellationToken: cancellation))
            if (Row.Read<TourMember>(row) is { Phone: not null } member) told.Add(member.Code);
        return told;
    }
}
