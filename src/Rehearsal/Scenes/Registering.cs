using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Outcome;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>People apply in the evenings of two and a half weeks; some change their minds.</summary>
internal sealed class Registering(Stage stage, OutsideForm outside)
{
    private const int Waves = 7;
    private const int ByClerk = 6;
    private const int ByOutsideForm = 8;

    /// <summary>The class on which the storage requests of a registration are counted.</summary>
    private const int Measured = 3;

    /// <summary>Storage requests a registration, over the first evening of one class.</summary>
    public double RequestsPerRegistration { get; private set; }

    public void PutDown(ClassPlay play)
    {
        ClassStory story = play.Story;
        DateOnly first = story.FirstDay;
        int sent = 0;
        for (int wave = 0; wave < Waves; wave++)
        {
            // Half of those who are still to come, and all the rest on the last evening.
            int people = wave == Waves - 1 ? story.Applicants - sent : (story.Applicants - sent + 2) / 3;
            sent += people;
            bool last = wave == Waves - 1, opening = wave == 0;
            stage.Agenda.Add(
                Moment.On(first.AddDays(-26 + wave * 17 / Waves), 19, 30), Work.Registering, () => WaveAsync(play, people, opening, last));
        }

        int early = story.Cancellations / 2;
        int late = story.Cancellations - early;
        if (early > 0) stage.Agenda.Add(Moment.On(first.AddDays(-10), 8), Work.Registering, () => GiveUpAsync(play, early));
        if (story.Has(Twist.Cancelled)) return;
        // After the list was confirmed people still move up, until the class begins.
        if (late > 0) stage.Agenda.Add(Moment.On(first.AddDays(-6), 10), Work.Registering, () => GiveUpAsync(play, late));
        if (story.Has(Twist.TooFew)) stage.Agenda.Add(Moment.On(first.AddDays(-6), 19), Work.Registering, () => WaveAsync(play, 17, false, false));
        if (story.Has(Twist.Postponed)) stage.Agenda.Add(Moment.On(first.AddDays(4), 19), Work.Registering, () => WaveAsync(play, 5, false, false));
    }

    private async Task WaveAsync(ClassPlay play, int people, bool opening, bool last)
    {
        if (play.Story.Has(Twist.Cancelled) && stage.Clock.Now > Moment.On(play.Story.FirstDay.AddDays(-15), 12)) return;
        // Somebody on the public list reads the class before the family registers.
        (await stage.Client.GetAsync(play.PublicPath)).Must(200);
        if (opening && play.Story.Has(Twist.Clerk)) people -= await ByClerkAsync(play);
        if (opening && play.Story.Has(Twist.OutsideForm)) people -= await outside.SendAsync(play, ByOutsideForm, Keep);
        bool measured = opening && play.Story.Number == Measured;
        StorageCount before = measured ? await stage.Clock.CountAsync() : default;
        foreach (Person person in play.Casting.Take(people)) await RegisterAsync(play, person);
        if (measured) RequestsPerRegistration = (double)((await stage.Clock.CountAsync()) - before).Total / people;
        if (last) await StumbleAsync(play);
    }

    private async Task RegisterAsync(ClassPlay play, Person person)
    {
        string path = $"{play.PublicPath}/registrations";
        bool plainForm = play.Random.Next(4) == 0;
        Keep(play, person, plainForm ? await stage.Client.PostFormAsync(path, person.Fields()) : await stage.Client.PostAsync(path, person.Form()));
    }

    private async Task<int> ByClerkAsync(ClassPlay play)
    {
        for (int i = 0; i < ByClerk; i++)
        {
            Person person = play.Casting.Next(play.Story.HostUnitId) with { Phone = null };
            Keep(play, person, await stage.Client.PostAsync($"{play.Path}/registrations", person.Form(), stage.Keys[play.Story.HostUnitId]));
            stage.Tally.Count("registeredByCommunes");
        }

        return ByClerk;
    }

    // Somebody who forgot sends the form once more; a namesake is told apart; somebody looks up the own place.
    private async Task StumbleAsync(ClassPlay play)
    {
        Place place = Names.Pick(play.Random, [.. play.Places.Where(p => !p.GaveUp)]);
        string path = $"{play.PublicPath}/registrations";
        (await stage.Client.PostAsync(path, place.Person.Form())).MustRefuse(409, "already-registered");
        stage.Tally.Count("repeatsRefused");
        (await stage.Client.PostAsync($"{path}/lookup", new { place.Code, place.Person.BirthYear })).Must(200);
        stage.Tally.Count("lookups");
        if (!play.Story.Has(Twist.Namesake)) return;
        Keep(play, place.Person with { Phone = null }, await stage.Client.PostAsync(path, place.Person.Form(another: true)));
        stage.Tally.Count("namesakes");
    }

    private async Task GiveUpAsync(ClassPlay play, int people)
    {
        for (int i = 0; i < people; i++)
        {
            Place place = Names.Pick(play.Random, [.. play.Places.Where(p => !p.GaveUp)]);
            place.GaveUp = true;
            // The last one calls the office, which cancels with a reason.
            Answer answer = i > 0 && i == people - 1
                ? await stage.Client.PostAsync(
                    $"{play.Path}/registrations/{place.Code}/cancel", new { reason = "Bận việc gia đình, gọi điện báo." }, stage.Keys[play.Story.LeadUnitId])
                : await stage.Client.PostAsync($"{play.PublicPath}/registrations/cancel", new { place.Code, place.Person.BirthYear });
            answer.Must(200);
            stage.Tally.Cancelled.Add((play.ClassId, place.Code));
            stage.Tally.Count("cancellations");
        }
    }

    private void Keep(ClassPlay play, Person person, Answer answer)
    {
        answer.Must(201);
        System.Text.Json.JsonElement receipt = answer.Json;
        string code = receipt.GetProperty("code").GetString()!, status = receipt.GetProperty("status").GetString()!;
        play.Places.Add(new Place(person, code));
        stage.Tally.Registrations.Add(new Acknowledged(play.ClassId, code, receipt.GetProperty("sequence").GetInt32(), status));
        stage.Tally.Count("applications");
        stage.Tally.Count(status == "confirmed" ? "confirmedAtOnce" : "waitlistedAtFirst");
    }
}
