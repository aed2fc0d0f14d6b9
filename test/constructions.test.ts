import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function record(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, published: '2023-11-10', language: 'en' });
  const codes = (list: readonly { readonly code: string }[]): string =>
    [...new Set(list.map((one) => one.code))].join('+');
  return events.map(({ actor, recipient, type, stance }) => {
    const act = `${codes(actor)}>${codes(recipient)} ${type}`;
    return stance === 'denied' ? `${act} denied` : act;
  });
}

describe('who does what to whom in constructions that parsers misread', () => {
  it.each([
    ['a past tense read as a participle', 'Iranian border guards killed two Pakistani drivers.', ['IRN>PAK ASSAULT']],
    [
      'a remark of law',
      'The Taliban (a terrorist group banned in Russia) attacked Afghan troops.',
      ['TALIBAN>AFG ASSAULT'],
    ],
    [
      'told by forces',
      'The Russian Defence Ministry said four Ukrainian drones had been shot down over Crimea.',
      ['RUS>UKR ASSAULT'],
    ],
    [
      'but not their own losses',
      'The Ukrainian army said four Ukrainian drones had been shot down over Crimea.',
      ['>UKR ASSAULT'],
    ],
    ['a leader by name', 'Syrian President Bashar al-Assad landed in Jeddah.', ['SYR>SAU CONSULT']],
    ['a headline’s participle stays passive', 'Two Ukrainian soldiers killed by Russian troops.', ['RUS>UKR ASSAULT']],
    [
      'a past tense taken for an adjective of its object',
      'Peru’s president imposed emergency rule and soldiers surrounded the supreme court.',
      ['PER>PER COERCE', 'PER>PER MOBILIZE'],
    ],
    [
      'a perfect taken for one',
      'Niger’s minister denied that police had tortured activists.',
      ['NER>NER ASSAULT denied'],
    ],
    [
      'a second present tense taken for one',
      'Maduro mobilises militia members and calls on Guyana not to lend itself to fantasies.',
      ['VEN>GUY MOBILIZE', 'VEN>GUY REQUEST'],
    ],
    [
      'what a guest signs',
      'Marco Rubio visits Georgetown and signs a memorandum on security cooperation.',
      ['USA>GUY CONSULT', 'USA+GUY> SUPPORT'],
    ],
    [
      'whom something is told is no party',
      'Pashinyan told French television that Armenia had frozen its participation in the treaty.',
      [],
    ],
    ['a present tense taken for a plural', 'Nairobi recalls envoy over Mogadishu remarks', ['KEN>SOM SANCTION']],
    ['who is the first to do it', 'Poland became the first country to condemn Chad.', ['POL>TCD ACCUSE']],
    ['what somebody was found to have done', 'Poland was found to have supplied Chad with arms.', ['POL>TCD AID']],
    [
      'what is done by doing it',
      'By inviting the Cuban president, Kenya showed how little it fears.',
      ['KEN>CUB AGREE'],
    ],
    [
      'three adjectives of one noun',
      'Kenyan, Ugandan and Tanzanian soldiers began joint patrols of Lake Victoria.',
      ['KEN+UGA+TZA> COOPERATE'],
    ],
    [
      'an adjective before a name with one',
      'American and British warplanes bombed three Houthi radar posts.',
      ['GBR+USA>HOUTHIS ASSAULT'],
    ],
    ['names that open a headline', 'Ghana, Togo and Benin condemn Niger coup', ['GHA+TGO+BEN>NER ACCUSE']],
    [
      'against the one other state that is named',
      'Chile put its fleet on alert on Monday after Peru had closed its ports.',
      ['CHL>PER MOBILIZE', 'PER>CHL SANCTION'],
    ],
    [
      'a noun that takes up the clause before',
      'Algeria accused Mali of arming rebels, a claim that Bamako rejected.',
      ['DZA>MLI ACCUSE', 'MLI>DZA REJECT'],
    ],
    [
      'what a deed cost is no second deed',
      'Islamic State gunmen attacked a Syrian army post, killing six soldiers.',
      ['ISIS>SYR ASSAULT'],
    ],
    [
      'killed when others did it',
      'Two soldiers of Ukraine were wounded when Russian troops shelled their trench.',
      ['RUS>UKR ASSAULT'],
    ],
    ['whose border it is', 'Slovakia deployed 300 soldiers to its border with Ukraine.', ['SVK>UKR MOBILIZE']],
    [
      'all who complain suffered it',
      'Britain, Canada and Norway accused Russian spies of stealing vaccine research.',
      ['GBR+CAN+NOR>RUS ACCUSE', 'RUS>GBR+CAN+NOR COERCE'],
    ],
    [
      'a request goes on against whoever was blamed',
      'The European Union condemned the violence in Myanmar and called for the release of all prisoners.',
      ['EU>MMR ACCUSE', 'EU>MMR REQUEST'],
    ],
    [
      'an active perfect behind its object',
      'Serbia closed a road after Kosovo police had arrested two Serbian drivers.',
      ['XKX>SRB COERCE'],
    ],
    [
      'who is blamed for a deed',
      'Japan criticised China over the arrest of two Japanese.',
      ['JPN>CHN ACCUSE', 'CHN>JPN COERCE'],
    ],
    [
      'what a deed is done to behind its doer',
      'The seizure by Iran of a Greek tanker raised insurance costs.',
      ['IRN>GRC COERCE'],
    ],
    [
      'whose deed words are about',
      'The UN voiced dismay at Israel’s killing of a Palestinian.',
      ['UN>ISR ACCUSE', 'ISR>PSE ASSAULT'],
    ],
    [
      'a verb taken for an adjective, and two clauses for one',
      'Rwandan troops overran Kiwanja at dawn, and the Congolese garrison abandoned its trenches.',
      ['COD>RWA RETREAT', 'RWA>COD ASSAULT'],
    ],
    [
      'what somebody is told',
      'Beijing told Pyongyang that it resolutely opposed the nuclear test.',
      ['CHN>PRK REJECT'],
    ],
    [
      'whom one will not meet',
      'Botswana will not sit at a table with Zimbabwe, its spokesman said.',
      ['BWA>ZWE REJECT'],
    ],
    [
      'amends for a deed told before',
      'Syrian gunners shot down a Turkish jet; Damascus later voiced regret.',
      ['SYR>TUR ASSAULT', 'SYR>TUR CONCEDE'],
    ],
    ['whose soldiers they are', 'Soldiers shot four people dead in Harare on Tuesday.', ['ZWE>ZWE ASSAULT']],
    [
      'a pronoun for whom the act before was done to',
      'Canada accused Rwanda of arming rebels in eastern Congo and urged it to withdraw its troops.',
      ['CAN>RWA ACCUSE', 'CAN>RWA REQUEST'],
    ],
    [
      'whose crew it is',
      'Indonesia seized a Panamanian tanker and detained its crew.',
      ['IDN>PAN COERCE', 'IDN>PAN COERCE'],
    ],
    [
      'who helps is no enemy',
      'The Syrian army recaptured a village from Islamic State with the support of Russian aircraft.',
      ['SYR>ISIS ASSAULT'],
    ],
    [
      'a participle before the verb of its clause',
      'Hackers linked to North Korea broke into the servers of a Japanese bank.',
      ['PRK>JPN COERCE'],
    ],
    [
      'what a paper does',
      'Hungary’s parliament passed a law that bars Ukrainian journalists from the capital.',
      ['HUN>UKR COERCE'],
    ],
    [
      'what is condemned was not done to those who condemn it from outside',
      'The European Union condemned the launch of a missile by North Korea.',
      ['EU>PRK ACCUSE', 'PRK> MOBILIZE'],
    ],
    ['the noun or the verb', 'Kenyan police shot two Somali rebels dead.', ['KEN>SOM ASSAULT']],
    [
      'at whose request',
      'Canadian police arrested a Chinese banker at the request of the United States.',
      ['CAN>CHN COERCE', 'USA>CAN REQUEST'],
    ],
    ['what must happen first', 'Iran threatened Iraq with war if its troops did not leave Oman.', ['IRN>IRQ THREATEN']],
    [
      'why it was done is no act',
      'Georgia recalled its envoy to Armenia in protest at the decision.',
      ['GEO>ARM SANCTION'],
    ],
    ['what a paper is for', 'Iran issued a warrant for the arrest of an Iraqi general.', ['IRN>IRQ THREATEN']],
    ['a denial of a plan', 'Serbia denied that it meant to send troops into Kosovo.', ['SRB>XKX MOBILIZE denied']],
    [
      'what they agree on is no quarrel',
      'Iran agrees with Oman that disputes should be settled in court.',
      ['IRN+OMN> AGREE'],
    ],
    ['a meeting that both put off', 'Iran and Oman have postponed their meeting.', ['IRN+OMN> REJECT']],
    [
      'who leaves for talks visits',
      'The Iranian president left for Turkey on Wednesday for talks.',
      ['IRN>TUR CONSULT'],
    ],
    [
      'what the same subject does next',
      'Jordan’s government praised a speech by a Syrian envoy in Oman and promised aid to Iraqi villages.',
      ['JOR>SYR SUPPORT', 'JOR>IRQ AGREE'],
    ],
    ['what will not be done is no plan', 'Iran will not attack Iraq.', []],
    [
      'one each behind the noun',
      'Lawmakers in France and Germany welcomed a resumption of ties with Iran.',
      ['FRA+DEU>IRN SUPPORT'],
    ],
    ['barred from doing it', 'Greece barred two Russian priests from entering the country.', ['GRC>RUS SANCTION']],
    ['an attitude is no passive', 'Spain was opposed to the independence of Kosovo.', ['ESP>XKX REJECT']],
    ['who receives stands behind the object', 'Turkey airlifted a field hospital to Libya.', ['TUR>LBY AID']],
    ['whom an infinitive concerns', 'Cyprus refused to answer Turkey on the map.', ['CYP>TUR REJECT']],
    [
      'who is addressed, not who is spoken of',
      'NATO warned China against sending aid to Russia.',
      ['NATO>CHN THREATEN'],
    ],
    ['an adjective lends its subject', 'Russia is about to restore full ties with Georgia.', ['RUS+GEO> AGREE']],
    ['what lies ahead is a plan', 'Russia is poised to impose sanctions on Georgia.', ['RUS>GEO THREATEN']],
    ['two plans', 'Iran is set to visit Oman and sign a treaty with Iraq.', ['IRN>OMN AGREE', 'IRN+IRQ> AGREE']],
    ['a vote for an act is the act', 'Iceland’s parliament voted to back Ukraine.', ['ISL>UKR SUPPORT']],
    ['who decides', 'The decision by Moscow to suspend flights to Georgia was a blow.', ['RUS>GEO SANCTION']],
    ['what must be done is asked for', 'Turkey must lift the blockade of Armenia, Paris said.', ['FRA>TUR REQUEST']],
    ['what an author wants is no event', 'Britain should impose sanctions on Russia.', []],
    ['whose “we” it is', 'We commend Burkina Faso for the election, the State Department said.', ['USA>BFA SUPPORT']],
    ['not to accept is to refuse', 'Nicaragua does not accept the interference of the OAS.', ['NIC>OAS REJECT']],
    [
      'who tells it is no victim',
      'Libyan militias tortured inmates, United Nations monitors said.',
      ['LBY>LBY ASSAULT'],
    ],
    ['names with a comma at the head of a headline', 'Bhutan, Israel establish ties', ['BTN+ISR> SUPPORT']],
    [
      'a clause of time has its verb',
      'Pakistan shut the border after a NATO air strike killed 24 Pakistani soldiers.',
      ['PAK>NATO SANCTION', 'NATO>PAK ASSAULT'],
    ],
    [
      'a bomb is nobody',
      'Somalia’s leader declared three days of mourning after a truck bomb killed 300 people in Mogadishu.',
      ['>SOM ASSAULT'],
    ],
    ['an accident is no attack', 'A transport plane crashed in Algeria, killing 257 people.', []],
    ['whose strike killed', 'A Hamas commander was killed in an Israeli air strike.', ['ISR>HAMAS ASSAULT']],
    ['what is only feared', 'Shares in Istanbul fell amid fears of a strike on Syria.', []],
    ['who stays away', 'G7 leaders met in Brussels without Russia.', ['G7> CONSULT']],
    [
      'what several did before they agreed',
      'Iran and Iraq agreed to reopen the border after talks in Doha.',
      ['IRN+IRQ> AGREE', 'IRN+IRQ> CONSULT'],
    ],
    ['an order is no deployment', 'Iran ordered the release of two British sailors.', ['IRN>GBR RETREAT']],
    ['a verb is no honour', 'Egypt’s army deposed President Mohamed Morsi.', ['EGY>EGY COERCE']],
    [
      'a second clause goes on against the same',
      'Bolivia broke off relations with Israel, and Chile recalled its ambassador.',
      ['BOL>ISR SANCTION', 'CHL>ISR SANCTION'],
    ],
    [
      'a reproach is about whoever is reproached',
      'Bolivia broke off relations with Israel over its bombing of Gaza.',
      ['BOL>ISR SANCTION', 'ISR>PSE ASSAULT'],
    ],
    [
      'whose sanctions are criticised',
      'The United States imposed sanctions on Russia, while China criticised the sanctions.',
      ['USA>RUS SANCTION', 'CHN>USA ACCUSE'],
    ],
    ['no object, not done', 'Turkey imposed no sanctions on Russia.', []],
    ['what papers are about', 'India and Ukraine signed agreements, on farming and aid.', ['IND+UKR> SUPPORT']],
    ['a capital at the head is a name', 'Beijing condemned the sale of arms to Taiwan.', ['CHN>TWN ACCUSE']],
    ['a month is no march', 'Belarus opened an office in China on March 2.', []],
    [
      'who tells it at the end',
      'Syrian security forces shot dead fifteen demonstrators in Deraa on Friday, witnesses said.',
      ['SYR>SYR ASSAULT'],
    ],
    [
      'whose bases they are',
      'Iran launched a dozen ballistic missiles at two bases used by American troops.',
      ['IRN>USA ASSAULT'],
    ],
    ['an owner does not act', 'Yemen’s Houthis fired missiles at an American destroyer.', ['HOUTHIS>USA ASSAULT']],
    ['a denied charge', 'Russia rejected charges that it had bombed a Georgian village.', ['RUS>GEO ASSAULT denied']],
    ['a denied gerund', 'Turkey denied having shelled a Syrian village.', ['TUR>SYR ASSAULT denied']],
    ['a refused demand', 'Greece rejected the demand that it withdraw its troops from Turkey.', ['GRC>TUR REJECT']],
    [
      'neither of them',
      'Neither Russia nor Iran shelled the Turkish base, a Russian spokesman said.',
      ['RUS+IRN>TUR ASSAULT denied'],
    ],
    ['both fire at both', 'Kyrgyz guards traded fire with Tajik guards.', ['KGZ+TJK>KGZ+TJK ASSAULT']],
    ['a list at the end of a headline', 'Congress votes new curbs on Russia, Iran', ['USA>RUS+IRN SANCTION']],
    [
      'who stands deep in the object',
      'Iran’s parliament voted down a motion to readmit the British envoy.',
      ['IRN>GBR REJECT'],
    ],
    ['courts judge at home', 'A Danish court sentenced a lobbyist to eight months in prison.', ['DNK>DNK SANCTION']],
    ['a person by name is another', 'The opposition in Caracas backed Maria Corina Machado.', ['VEN>VEN SUPPORT']],
    ['streets are ground', 'Congo sent extra police to the streets of Kinshasa on Monday.', ['COD>COD MOBILIZE']],
    ['received by somebody', 'Netanyahu was received in Muscat by Oman’s Sultan Qaboos.', ['ISR>OMN CONSULT']],
    ['whom a loan is to help', 'The World Bank approved a loan to help Ukraine pay pensions.', ['WORLDBANK>UKR AGREE']],
    [
      'a clause of telling is finite',
      'The Ministry of Defence of Azerbaijan reports that Armenian units fired on its positions.',
      ['ARM>AZE ASSAULT'],
    ],
    ['two at the head of a headline', 'Riyadh, Cairo rally behind Amman', ['SAU+EGY>JOR SUPPORT']],
    ['two leaders in a headline', 'Trump, Putin talk for two hours in Hamburg', ['USA+RUS> CONSULT']],
    [
      'what is answered was said',
      'Pakistan’s parliament turned down a Saudi request for ships.',
      ['PAK>SAU REJECT', 'SAU>PAK REQUEST'],
    ],
    ['an offer nobody known answers', 'Ten island nations turned down Beijing’s offer of a pact.', []],
    ['a ban from a bloc', 'The Arab League kicked Syria out of the bloc.', ['ARABLEAGUE>SYR SANCTION']],
    ['nobody says who', 'Two Polish aid workers were kidnapped in Mali on Sunday.', ['>POL ASSAULT']],
    [
      'one of the sides asks the other',
      'Aliyev underscored the necessity of closer cooperation between Baku and Ankara.',
      ['AZE>TUR REQUEST'],
    ],
    [
      'a plan of another is what he is blamed for',
      'Lukashenko said that Poland was trying to drag the region into a war.',
      ['BLR>POL ACCUSE'],
    ],
    ['told to leave', 'Latvia told a Russian diplomat to leave.', ['LVA>RUS SANCTION']],
    [
      'a series whose last name alone hangs on the verb',
      'Iraq, the old Syria, and good Jordan condemned the raid of Turkey.',
      ['IRQ+SYR+JOR>TUR ACCUSE'],
    ],
    [
      'such a series before a report',
      'Lions, tigers, and Jordan condemned the raid of Turkey on Monday, the official news agency said on Thursday.',
      ['JOR>TUR ACCUSE'],
    ],
    [
      'a plural verb taken for the head of a name',
      'The United States and the Czech Republic demand that Iran stop the attacks.',
      ['USA+CZE>IRN REQUEST'],
    ],
    [
      'whose foe somebody is called',
      'Poland was opposed earlier by Kenya, the state’s fiercest foe.',
      ['KEN>POL REJECT'],
    ],
    ['an attitude with a doer is a passive', 'Poland was opposed by Kenya.', ['KEN>POL REJECT']],
    ['manner is no act', 'The friendship of Russia with China has grown drill by drill.', []],
  ])('%s', async (_, text, expected) => {
    expect(await record(text)).toEqual(expected);
  });

  it('takes a decision that is only called so for the one told last', async () => {
    const told = 'The United States imposed sanctions on Turkey. Turkey condemned the decision.';
    expect(await record(told)).toContain('TUR>USA ACCUSE');
    expect(await record('Turkey condemned the decision.')).toEqual([]);
  });
});

describe('what points back in whole texts', () => {
  it.each([
    [
      'hosts are at home where somebody went',
      'Duterte flew to Beijing in October. There his hosts promised the Philippines new railways.',
      ['PHL>CHN CONSULT', 'CHN>PHL AGREE'],
    ],
    [
      'a neighbour is the other one',
      'Guyana invited bids for eight blocks. Maduro accused his neighbour of theft.',
      ['VEN>GUY ACCUSE'],
    ],
    [
      'whom a third one hosts are those that the text is about',
      'Guyana condemned Venezuela. Venezuela condemned Guyana. Venezuela accused Guyana of theft. Guyana sued Venezuela. London warned Venezuela. Brazil hosted the two sides.',
      [
        'GUY>VEN ACCUSE',
        'VEN>GUY ACCUSE',
        'VEN>GUY ACCUSE',
        'GUY>VEN ACCUSE',
        'GBR>VEN THREATEN',
        'VEN+GUY>BRA CONSULT',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await record(text)).toEqual(expected);
  });
});
