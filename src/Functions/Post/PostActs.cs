namespace NtmServerless.Functions.Post;

/// <summary>Inboxes, addresses of units, and what left the house.</summary>
public sealed class PostActs(PostStore records, PlanActs plans, AuditTrail audit, TimeProvider time)
{
    /// <summary>The inbox of the caller's unit, newest first.</summary>
    public async Task<IReadOnlyList<InboxEntry>> InboxAsync(PlanId planId, Caller caller, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        return await records.InboxAsync(plan.Id, caller.UnitId, cancellation);
    }

    public async Task<IReadOnlyList<InboxEntry>> ReadAsync(PlanId planId, Ask<ReadForm> ask)
    {
        ask.Form.Check();
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        string unit = ask.Caller.UnitId;
        IReadOnlyCollection<string> ids = ask.Form.All == true
            ? [.. (await records.InboxAsync(plan.Id, unit, ask.Cancellation)).Where(e => e.ReadAt is null).Select(e => e.Id)]
            : [.. ask.Form.Ids!.Distinct(StringComparer.Ordinal)];
        return await records.MarkReadAsync(plan.Id, unit, ids, ask.Caller.Name, time.GetUtcNow(), ask.Cancellation);
    }

    public async Task<UnitContacts> ContactsAsync(PlanId planId, string unitId, Caller caller, CancellationToken cancellation)
    {
        Plan plan = await UnitAsync(planId, unitId, caller, cancellation);
        return await records.ContactsAsync(plan.Id, unitId, cancellation);
    }

    public async Task<UnitContacts> SetContactsAsync(PlanId planId, string unitId, Ask<ContactsForm> ask)
    {
        Plan plan = await UnitAsync(planId, unitId, ask.Caller, ask.Cancellation);
        UnitContacts contacts = ask.Form.Check(unitId);
        await records.PutContactsAsync(plan.Id, contacts, ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "unit-contacts-set", unitId, contacts.Emails.Count + contacts.Phones.Count, ask.Cancellation);
        return contacts;
    }

    public async Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(PlanId planId, MessageState? state, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        return await records.MessagesAsync(plan.Id, state, cancellation);
    }

    /// <summary>Has a message that could not be delivered tried again, under its own id.</summary>
    public async Task<OutgoingMessage> SendAgainAsync(PlanId planId, string id, Ask<NoForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        KeptMessage kept = await records.FindMessageAsync(plan.Id, id, ask.Cancellation);
        OutgoingMessage again = kept.Message.SendAgain(time.GetUtcNow());
        if (again != kept.Message)
        {
            if (await records.ChangeAsync(kept, again, null, ask.Cancellation) is null) throw new RecordBusyException(id);
            await audit.WriteAsync(Actor.Of(ask.Caller), "message-sent-again", id, 1, ask.Cancellation);
        }

        PostBatch batch = new(plan.Id, again.Batch);
        await ask.Waker.RaiseOrStartAsync(nameof(MessageDelivery), MessageDelivery.InstanceId(batch), batch, over: false, ask.Cancellation);
        return again;
    }

    private async Task<Plan> UnitAsync(PlanId planId, string unitId, Caller caller, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        if (plan.FindUnit(unitId) is null) throw new RecordMissingException("unit");
        return caller.MayAddress(unitId) ? plan : throw new ForbiddenException();
    }
}
