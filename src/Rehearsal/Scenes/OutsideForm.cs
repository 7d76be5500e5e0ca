using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>The organisations' own form sends its answers signed; now and then it sends one twice.</summary>
internal sealed class OutsideForm(Stage stage, string secret)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>How many people it registered.</returns>
    public async Task<int> SendAsync(ClassPlay play, int people, Action<ClassPlay, Person, Answer> keep)
    {
        for (int i = 0; i < people; i++)
        {
            Person person = play.Casting.Member();
            string json = JsonSerializer.Serialize(new
            {
                responseId = $"tra-loi-{play.Story.Number}-{i}",
                answers = new
                {
                    lop = play.ClassId,
                    ho_ten = person.FullName,
                    nam_sinh = person.BirthYear,
                    gioi_tinh = person.Woman ? "Nữ" : "Nam",
                    dien_thoai = person.Phone,
                    thon = person.Village,
                    xa = stage.Plan.FindUnit(person.UnitId)!.ShortName,
                    thanh_phan = "Hội viên, đoàn viên",
                },
            }, Json);
            Answer answer = await PostAsync(json);
            keep(play, person, answer);
            stage.Tally.Count("registeredByOutsideForm");
            if (i == 0 && (await PostAsync(json)).Must(201).Text("code") != answer.Text("code"))
                throw new RehearsalException("Biểu mẫu ngoài gửi lại một câu trả lời mà nhận được mã khác.");
        }

        return people;
    }

    private Task<Answer> PostAsync(string json)
    {
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(json));
        return stage.Client.PostSignedAsync($"api/webhooks/{stage.Plan.Id}/{OfficePlan.FormId}", json, $"sha256={Convert.ToHexStringLower(mac)}");
    }
}
