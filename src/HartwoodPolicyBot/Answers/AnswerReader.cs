namespace HartwoodPolicyBot.Answers;

/// <summary>Says who reads an answer, because a practice manager can't be offered to ask themselves.</summary>
internal enum AnswerReader
{
    /// <summary>Anybody who may send the question to the practice manager.</summary>
    Staff = 1,

    /// <summary>A practice manager in their own chat, who can write the answer.</summary>
    Manager = 2,

    /// <summary>A practice manager in a thread of the incidents channel, whose text may be meant for somebody who asked.</summary>
    ManagerInThread = 3,
}
