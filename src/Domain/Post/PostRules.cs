namespace NtmServerless.Domain.Post;

/// <summary>What a posting puts into inboxes, and what of it leaves the house.</summary>
public sealed record ComposedPost(
    IReadOnlyList<(int Place, PostedNotice Notice)> Notices, IReadOnlyList<InboxEntry> Entries, IReadOnlyList<OutgoingMessage> Messages);

/// <summary>Who gets what. Ids come from the batch alone, so that composing again gives the same rows.</summary>
public static class PostRules
{
    /// <param name="batch">Id of the posting.</param>
    /// <param name="contacts">Addresses by unit.</param>
    /// <param name="participants">For each notice, the codes of the registrations that are told by message.</param>
    public static ComposedPost Compose(
        Posting posting, string batch, PostChannels channels, IReadOnlyDictionary<string, UnitContacts> contacts, IReadOnlyList<IReadOnlyList<string>> participants)
    {
        List<(int, PostedNotice)> notices = [];
        List<InboxEntry> entries = [];
        List<OutgoingMessage> messages = [];
        for (int place = 0; place < posting.Notices.Count; place++)
        {
            Notice notice = posting.Notices[place];
            if (notice.Off) continue;
            string id = $"{batch}-{place:00}";
            int before = entries.Count + messages.Count;
            foreach (string unit in notice.ToUnits.Distinct(StringComparer.Ordinal))
            {
                entries.Add(new InboxEntry(id, unit, notice.Kind, posting.About, posting.At, notice.Detail, notice.Attachments,
                    Day: notice.Day, Order: posting.Order));
                if (!contacts.TryGetValue(unit, out UnitContacts? known)) continue;
                for (int i = 0; channels.Email && i < known.Emails.Count; i++)
                    messages.Add(Message($"u-{unit}-{i}", MessageChannel.Email) with { UnitId = unit, AddressNumber = i });
                for (int i = 0; channels.Webhook && i < known.Phones.Count; i++)
                    messages.Add(Message($"s-{unit}-{i}", MessageChannel.Webhook) with { UnitId = unit, AddressNumber = i });
            }

            foreach (string code in participants[place])
                messages.Add(Message($"p-{code}", MessageChannel.Webhook) with { Registration = code });
            if (entries.Count + messages.Count > before)
                notices.Add((place, new PostedNotice(notice.Kind, posting.About, posting.At, notice.Detail, notice.Attachments)));

            OutgoingMessage Message(string target, MessageChannel channel) => new()
            {
                Id = $"{id}-{target}",
                PlanId = posting.PlanId,
                Batch = batch,
                Notice = place,
                Kind = notice.Kind,
                About = posting.About,
                Channel = channel,
                PostedAt = posting.At,
                DueAt = posting.At,
            };
        }

        return new ComposedPost(notices, entries, messages);
    }

    /// <summary>Whether a notice to all participants is for this one: only who has a seat is invited and reminded.</summary>
    public static bool Tells(NoticeKind kind, Registration r) =>
        r.AnonymisedAt is null
        && (kind is NoticeKind.Invitation or NoticeKind.ReminderThreeDays or NoticeKind.ReminderOneDay ? r.Status == RegistrationStatus.Confirmed : r.IsActive);
}
